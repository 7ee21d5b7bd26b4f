import { button, expect, field, goTo, idOf, type House } from './house.ts'
import { drawPhoto } from './pictures.ts'
import type { RecordIds } from './routes.ts'
import { findTown, nameTown } from './town-place.ts'

/** Goes on to the next question. A tap so soon after one came up is taken for a slip of the finger: then it is tapped again. */
async function next(house: House): Promise<void> {
  const heading = house.page.getByRole('heading', { level: 1 })
  const question = await heading.innerText()
  await house.page.waitForTimeout(600)
  await expect(async () => {
    if ((await heading.innerText()) === question) await button(house, 'visits.next').click({ timeout: 3000 })
    // Long enough that no slow machine is tapped twice: that would pass the next question by.
    await expect(heading).not.toHaveText(question, { timeout: 10_000 })
  }).toPass({ timeout: 60_000 })
}

/** Begins a visit and answers two questions; returns its id. */
async function beginVisit(house: House): Promise<string> {
  const { page, say } = house
  const first = page.getByRole('heading', { level: 1, name: say('visits.askKind') })
  await expect(first).toBeVisible()
  const id = idOf(page)
  await page.waitForTimeout(600)
  await button(house, 'visits.type.hostFamily').click()
  await expect(first).toHaveCount(0)
  await next(house)
  await page.waitForTimeout(600)
  await page.getByRole('radio', { name: 'Kraków' }).check()
  return id
}

/** A visit with a story, and one that waits to be finished. */
export async function addVisits(house: House): Promise<Pick<RecordIds, 'visits' | 'unfinished'>> {
  const { page } = house
  await goTo(house, '/visits/new')
  const finished = await beginVisit(house)
  await page.getByRole('checkbox').first().check()
  await next(house)
  await field(house, 'visits.story').fill('Kuchen im Garten.\nAm Abend sang der Chor.')
  await next(house)
  await next(house)
  await page.waitForTimeout(600)
  await button(house, 'visits.done').click()
  await expect(page.getByRole('article')).toContainText('Kuchen im Garten.')
  await goTo(house, '/visits/new')
  const unfinished = await beginVisit(house)
  await next(house)
  // The answer is kept first: whoever goes elsewhere at once would be led on from there.
  await expect(field(house, 'visits.story')).toBeVisible()
  return { visits: finished, unfinished }
}

/** A series to which somebody is invited, with everything that an event can have. */
export async function addEvent(house: House): Promise<string> {
  const { page, say } = house
  await goTo(house, '/events/new')
  await field(house, 'events.name').fill('Partnerschaftsjubiläumsvorbereitungstreffen')
  const day = page.getByRole('group', { name: say('events.day'), exact: true }).getByRole('textbox')
  for (const [index, part] of ['24', '5', '2030'].entries()) await day.nth(index).fill(part)
  await field(house, 'events.begins').fill('18:00')
  await field(house, 'events.ends').fill('21:30')
  await page
    .getByRole('group', { name: say('events.repeat.legend') })
    .getByRole('radio')
    .nth(1)
    .check()
  await button(house, 'events.type.say').click()
  await page.getByRole('radio', { name: say('events.type.advice'), exact: true }).check()
  await field(house, 'events.place').fill('Ratskeller')
  await page.getByRole('checkbox', { name: 'Chor' }).check()
  await button(house, 'events.enterMore').click()
  await field(house, 'events.link').fill('https://meet.example.org/altenbrueck-whitby-sopron-saumur')
  await field(house, 'events.dialIn').fill('+49 30 1234567')
  await field(house, 'events.agenda').fill('Begrüßung\nVorbereitung der Reise nach Székesfehérvár')
  await field(house, 'events.programme').fill(
    '18:00 Begrüßung\n18:30 Vorbereitung der Reise nach Székesfehérvár',
  )
  await button(house, 'events.done').click()
  await expect(page.getByRole('table')).toBeVisible()
  const id = idOf(page)
  await goTo(house, `/events/${id}/slots`)
  await button(house, 'meetings.addSlot').click()
  await button(house, 'meetings.done').click()
  await expect(page.getByText(say('events.slots.free'), { exact: true })).toBeVisible()
  return id
}

/** A project that was put off, with all that a project can say; to be seen under what is still owed. */
export async function addProject(house: House): Promise<string> {
  const { page, say } = house
  await goTo(house, '/projects/new')
  await field(house, 'projects.name').fill('Partnerschaftsjubiläumsfeierlichkeiten in Székesfehérvár')
  await page.getByRole('radio', { name: say('projects.state.postponed'), exact: true }).check()
  await field(house, 'projects.postponedWhy').fill('Die Bürgermeisterin ist krank.')
  await page.getByRole('radio', { name: 'Kraków' }).check()
  await button(house, 'projects.done').click()
  await expect(page).toHaveURL(/#\/projects\/[0-9a-f]{16,}$/)
  return idOf(page)
}

/** A next step of a record. */
export async function addStep(house: House, about: string): Promise<string> {
  const { page } = house
  await goTo(house, `/steps/new/${about}`)
  await field(house, 'steps.text').fill('Fremdenverkehrsamtsleitung in Székesfehérvár anrufen')
  await button(house, 'steps.done').click()
  await expect(field(house, 'steps.text')).toHaveCount(0)
  await goTo(house, '/steps')
  await page.getByRole('link', { name: /Fremdenverkehrsamtsleitung/ }).click()
  await expect(page).toHaveURL(/#\/steps\/[0-9a-f]{16,}/)
  return idOf(page)
}

/** A paper in the chronicle, without a page. */
export async function addDocument(house: House): Promise<string> {
  const { page } = house
  await goTo(house, '/chronicle/new')
  await field(house, 'chronicle.titleField').fill('Städtepartnerschaftsvereinbarungsentwurf')
  await button(house, 'chronicle.done').click()
  await expect(page).toHaveURL(/#\/chronicle\/[0-9a-f]{16,}$/)
  return idOf(page)
}

/** A word that translators keep, with what it is called in Hungarian. */
export async function addTerm(house: House): Promise<string> {
  const { page } = house
  await goTo(house, '/glossary/new')
  await field(house, 'glossary.name').fill('Städtepartnerschaftsbeauftragtenkonferenz')
  await page.getByRole('textbox', { name: /^Magyar/ }).fill('testvérvárosi megbízottak értekezlete')
  await field(house, 'glossary.remarks').fill('Einmal im Jahr, in einer der Städte.')
  await button(house, 'glossary.done').click()
  await expect(page).toHaveURL(/#\/glossary\/[0-9a-f]{16,}$/)
  return idOf(page)
}

/** A channel of the association, of which nobody knows yet who can step in. */
export async function addChannel(house: House): Promise<string> {
  const { page } = house
  await goTo(house, '/channels/new')
  await field(house, 'channels.name').fill('Städtepartnerschaftsvereinsinternetseite')
  await field(house, 'channels.address').fill('www.staedtepartnerschaft-beispiel.example.org')
  await field(house, 'channels.access').fill('Im Umschlag beim Vorstand')
  await button(house, 'channels.done').click()
  await expect(page).toHaveURL(/#\/channels\/[0-9a-f]{16,}$/)
  return idOf(page)
}

/** A report for the yearly meeting, with a section that somebody rewrote and all else as it is made. */
export async function addReport(house: House): Promise<string> {
  const { page } = house
  await goTo(house, '/yearly/new')
  await button(house, 'yearly.make').click()
  await expect(page).toHaveURL(/#\/yearly\/[0-9a-f]{16,}$/)
  const id = idOf(page)
  await goTo(house, `/yearly/${id}/sections/money`)
  await field(house, 'yearly.section.money').fill(
    'Partnerschaftsjubiläumsvorbereitungskosten trägt der Verein.',
  )
  await button(house, 'yearly.done').click()
  await expect(page.getByText('Partnerschaftsjubiläumsvorbereitungskosten')).toBeVisible()
  return id
}

/** An idea sheet on one page with several answers, put forward and agreed. */
export async function addIdea(house: House): Promise<string> {
  const { page, say } = house
  await goTo(house, '/ideas/new')
  await button(house, 'ideas.layout.all').click()
  await field(house, 'ideas.title.name').fill('Partnerschaftsjubiläumskochbuchveröffentlichung')
  await field(house, 'ideas.goal.name').fill(
    'Familien aus Székesfehérvár und von hier lernen einander kennen.',
  )
  await field(house, 'ideas.partners').fill('Béla Ősz')
  await field(house, 'ideas.steps.name').fill('Anna Nowak: Rezepte sammeln\nDruckerei fragen')
  await field(house, 'ideas.cost').fill('1.200 €')
  await button(house, 'ideas.done').click()
  await expect(page.getByRole('heading', { level: 1, name: /kochbuch/ })).toBeVisible()
  await button(house, 'ideas.move.share').click()
  await button(house, 'ideas.move.agree').click({ delay: 600 })
  await expect(page.getByText(say('ideas.agreed.usIs', { name: 'Renate Vogel' }))).toBeVisible()
  await button(house, 'ui.close').click()
  return idOf(page)
}

/** Writes a request for advice that is to stand in the public register, and publishes nothing. Returns its id. */
export async function addEntry(house: House): Promise<string> {
  const { page } = house
  await goTo(house, '/register/advice')
  await field(house, 'register.association').fill('Städtepartnerschaftsverein Altenbrück')
  await field(house, 'register.titleField').fill('Wie findet man Gastfamilien für die Jugendorchesterreise?')
  await page.getByRole('textbox', { name: /^Deutsch/ }).fill('Was hat bei Ihnen geholfen?')
  await field(house, 'register.mail').fill('verein@staedtepartnerschaft-beispiel.example.org')
  await button(house, 'register.form.done').click()
  await expect(page).toHaveURL(/#\/register\/[0-9a-f]{16,}$/)
  return idOf(page)
}

/** A post about a visit, with a photo of which nobody said yet who is to be seen. */
export async function addPost(house: House, visit: string): Promise<string> {
  const { page, say } = house
  await goTo(house, `/visits/${visit}`)
  await page.getByLabel(say('ui.photo.choose')).setInputFiles(await drawPhoto(page, 200))
  await expect(page.locator('.visit img.picture').first()).toBeVisible()
  await goTo(house, `/posts/new/${visit}`)
  await page.getByRole('radio', { name: say('posts.somebody') }).check()
  await page.getByRole('checkbox', { name: say('posts.takeAlong') }).check()
  await button(house, 'posts.done').click()
  await expect(page).toHaveURL(/#\/visits\//)
  await page.getByRole('link', { name: say('posts.begun') }).click()
  await expect(page).toHaveURL(/#\/posts\/[0-9a-f]{16,}$/)
  return idOf(page)
}

/** Two dates of one partnership, as two sources have it. */
async function addDates({ page, say }: House): Promise<void> {
  for (const [index, year] of ['1987', '1988'].entries()) {
    const add = say(index === 0 ? 'partnerships.date.addFirst' : 'partnerships.date.add')
    await page.getByRole('button', { name: add, exact: true }).click({ delay: 600 })
    const entry = page.getByRole('group', { name: say('partnerships.date.one'), exact: true }).nth(index)
    await entry.getByRole('radio', { name: say('ui.rough.year'), exact: true }).check()
    await entry.getByRole('textbox', { name: say('ui.date.year'), exact: true }).fill(year)
    await entry
      .getByRole('textbox', { name: say('partnerships.date.source') })
      .fill('Partnerschaftsurkundenverzeichnis, www.staedtepartnerschaft-beispiel.example.org')
  }
}

/** A partnership that rests, with both towns, two dates that contradict each other, and a group on the other side. */
export async function addPartnership(
  house: House,
): Promise<Pick<RecordIds, 'towns' | 'partnerships' | 'anniversary'>> {
  const { page, say } = house
  await goTo(house, '/partnerships/new')
  await nameTown(house, 'partnerships.ourTown', 'DE', 'Altenbrück')
  await findTown(house, 'partnerships.theirTownName', 'PL', 'Kraków')
  await page.getByRole('radio', { name: say('ui.link.state.resting'), exact: true }).check()
  await field(house, 'partnerships.why').fill('Die Städtepartnerschaftsbeauftragte ist im Ruhestand.')
  await addDates(house)
  await button(house, 'partnerships.enterMore').click()
  await field(house, 'partnerships.text').fill('Begonnen hat es mit einer Chorreise.')
  await button(house, 'partnerships.done').click()
  await expect(page).toHaveURL(/#\/partnerships\/[0-9a-f]{16,}$/)
  const partnerships = idOf(page)
  const due = page.locator(`a[href^="#/anniversaries/${partnerships}/"]`).first()
  const anniversary = (await due.getAttribute('href'))?.split('/').at(-1) ?? ''
  const name = { town: 'Kraków' }
  await page.getByRole('link', { name: say('partnerships.townPage', name), exact: true }).click()
  await expect(page).toHaveURL(/#\/towns\/[0-9a-f]{16,}$/)
  return { towns: idOf(page), partnerships, anniversary }
}
