import { chooseFile, takeButton, type Card } from './contact-file.ts'
import { addNote, addPerson, button, expect, field, goTo, idOf, type House } from './house.ts'
import type { RecordIds } from './routes.ts'
import {
  addChannel,
  addEntry,
  addDocument,
  addEvent,
  addIdea,
  addPartnership,
  addProject,
  addPost,
  addReport,
  addStep,
  addTerm,
  addVisits,
} from './seed-more.ts'

const cards: readonly Card[] = [
  {
    name: ['Łukasz', 'Wiśniewski'],
    phone: '+48 12 345 67 89',
    email: 'lukasz.wisniewski@example.org',
    town: 'Kraków',
    groups: 'Städtepartnerschaftsverein',
  },
  {
    name: ['Jürgen', 'Müller'],
    phone: '0221 99 88 77',
    email: 'jm@example.org',
    town: 'Köln',
    groups: 'Chor',
  },
  { name: ['Zsófia', 'Kovács'], email: 'zsofia@example.org', town: 'Pécs', groups: 'Chor' },
  { name: ['Małgorzata', 'Ćwik'], phone: '+48 601 234 567', town: 'Bielsko-Biała' },
  {
    name: ['Hans-Joachim', 'Großmann-Leutheusser'],
    email: 'hans-joachim.grossmann-leutheusser@staedtepartnerschaft-beispiel.example.org',
  },
  { name: ['Özlem', 'Yıldız'], phone: '+49 40 123 45 67' },
  { name: ['Béla', 'Ősz'], town: 'Székesfehérvár' },
  { name: ['Żaneta', 'Źrebiec'], phone: '+48 22 111 22 33' },
  { name: ['Émile', 'Dupont'] },
  { name: ['William', "O'Brien"], email: 'w@example.org' },
  { name: ['Đorđe', 'Šimić'] },
  { name: ['Åse', 'Ødegård'] },
  { name: ['Kristína', 'Ľuptáková'], groups: 'Stadtverwaltung und Kulturamt' },
]

const notes = [
  'Die Partnerschaftsjubiläumsvorbereitungsausschusssitzung beginnt um acht Uhr.\nAlle bringen etwas mit.',
  'A legmegszentségteleníthetetlenségeskedéseitekért köszönetet mondunk.',
  'Konstantynopolitańczykowianeczka przyjeżdża w piątek pociągiem.',
  'Bus für 40 Gäste bestellt.',
]

async function photo({ page, say }: House): Promise<void> {
  const drawn = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 600, height: 800 })
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.fillStyle = '#8fbfd9'
    context.fillRect(0, 0, 600, 800)
    context.fillStyle = '#0b4a7f'
    context.ellipse(300, 760, 240, 280, 0, 0, 7)
    context.fill()
    context.beginPath()
    context.fillStyle = '#f2d3b8'
    context.ellipse(300, 330, 130, 170, 0, 0, 7)
    context.fill()
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? ''
  })
  const buffer = Buffer.from(drawn, 'base64')
  await page
    .getByLabel(say('ui.photo.choose'))
    .setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer })
  await expect(page.getByRole('img')).toBeVisible()
}

/** A person of whom everything is known. */
async function wholePerson(house: House): Promise<string> {
  const { page, say } = house
  await addPerson(house, {
    given: 'Anna',
    family: 'Nowak',
    role: 'Vorsitzende',
    town: 'Kraków',
    phone: '+48 12 345 67 80',
    email: 'anna.nowak@example.org',
  })
  const id = idOf(page)
  await goTo(house, `/people/${id}/change`)
  await field(house, 'people.address').fill('Rynek Główny 1\n31-042 Kraków')
  await page
    .getByRole('group', { name: say('people.groups'), exact: true })
    .getByRole('checkbox')
    .first()
    .check()
  await page
    .getByRole('group', { name: say('people.languages'), exact: true })
    .getByRole('checkbox')
    .first()
    .check()
  const birthday = page.getByRole('group', { name: say('people.birthday'), exact: true }).getByRole('textbox')
  for (const [index, part] of ['5', '6', '1951'].entries()) await birthday.nth(index).fill(part)
  await photo(house)
  await field(house, 'people.keepFor').fill('Einladungen des Vereins')
  await field(house, 'people.photosForField').fill('Mitgliederzeitung, nicht im Internet')
  await field(house, 'people.remarks').fill('Hört links schlecht.')
  await button(house, 'people.done').click()
  await expect(page.getByText('Hört links schlecht.')).toBeVisible()
  await goTo(house, `/people/${id}/hosting`)
  await field(house, 'people.roomsField').fill('1')
  await field(house, 'people.bedsField').fill('2')
  await field(house, 'people.pets').fill('Eine Katze')
  await field(house, 'people.diet').fill('Ohne Fleisch')
  await button(house, 'people.done').click()
  await expect(page.getByText('Eine Katze')).toBeVisible()
  return id
}

/** A notebook as a small association has it: fourteen people, three groups, four notes, one of them deleted. */
export async function seed(house: House): Promise<RecordIds> {
  const { page } = house
  await chooseFile(house, cards)
  await takeButton(house, cards.length).click()
  await button(house, 'ui.close').click()
  await goTo(house, '/groups')
  await page.getByRole('link', { name: /Städtepartnerschaftsverein/ }).click()
  await expect(page).toHaveURL(/#\/groups\/\w{16,}/)
  const groups = idOf(page)
  const people = await wholePerson(house)
  for (const text of [...notes, 'Wird gelöscht.']) await addNote(house, text, text === notes[0] ? people : '')
  await button(house, 'notes.delete').click()
  await button(house, 'ui.close').click()
  await goTo(house, '/notes')
  await page.getByRole('link', { name: /Partnerschaftsjubiläum/ }).click()
  await expect(page).toHaveURL(/#\/notes\/[0-9a-f]{16,}$/)
  await expect(page.getByRole('article')).toBeVisible()
  const note = idOf(page)
  const events = await addEvent(house)
  const projects = await addProject(house)
  const steps = await addStep(house, projects)
  const chronicle = await addDocument(house)
  const channels = await addChannel(house)
  const glossary = await addTerm(house)
  const ideas = await addIdea(house)
  const visits = await addVisits(house)
  const posts = await addPost(house, visits.visits)
  const yearly = await addReport(house)
  const register = await addEntry(house)
  const partners = await addPartnership(house)
  const written = { people, groups, notes: note, events, projects, steps, chronicle, channels }
  return { ...written, glossary, ideas, posts, yearly, register, ...visits, ...partners }
}
