import { accept, allShared, exchanged, invite, share, test } from './circle.ts'
import { addNote, addPerson, button, expect, field, goTo, welcome } from './house.ts'
import { addPhoto } from './pictures.ts'
import { bytesOf } from './server-log.ts'
import { Server } from './server.ts'
import { wordsOf } from './words.ts'

const say = wordsOf('de')

/** Whether a text lies in there, however computers write texts down. */
function lies(text: string, bytes: Buffer): boolean {
  const forms = [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
    Buffer.from(Buffer.from(text).toString('hex')),
  ]
  // In base64 it looks different by where it begins; whole groups of three are enough of it.
  const inBase64 = [0, 1, 2].map((skip) => {
    const part = Buffer.from(text).subarray(skip)
    return Buffer.from(part.subarray(0, part.length - (part.length % 3)).toString('base64'))
  })
  return [...forms, ...inBase64].some((form) => bytes.includes(form))
}

test("nothing of what was written, said or invited with lies in the server's files or in what it reports", async ({
  device,
}) => {
  const server = await Server.begin()
  try {
    const { page } = await welcome(await device(server), 'de')
    const renate = { page, say }
    await addPerson(renate, {
      given: 'Kanarienvogel',
      family: 'Zeisigmann',
      town: 'Stieglitzhausen',
      email: 'gimpel@example.org',
    })
    await addNote(renate, 'Rotkehlchen singt im Garten.')
    await addPhoto(renate)
    await page.locator('.photos a').click()
    await field(renate, 'photos.caption').fill('Zaunkönig im Nest')
    await button(renate, 'photos.done').click()
    await expect(page.getByText('Zaunkönig im Nest')).toBeVisible()
    await share(renate, 'Verein der Goldammerfreunde')
    await allShared(renate)
    const { link, digits, slip } = await invite(renate, 'member', 'Blaumeise Kowalska')
    const maria = { page: await device(server), say }
    await maria.page.goto(link)
    await accept(maria, 'Bachstelze Kowalska')
    await addNote(maria, 'Uhu ruft nachts.')
    await allShared(maria)
    await exchanged(renate)
    await goTo(renate, '/members')
    await expect(page.locator('.member').filter({ hasText: 'Bachstelze Kowalska' })).toHaveCount(1)
    await invite(renate, 'reader', 'Kleiber und Co')

    const people = ['Kanarienvogel', 'Zeisigmann', 'Stieglitzhausen', 'gimpel@', 'Goldammer', 'Renate Vogel']
    const written = ['Rotkehlchen', 'Zaunkönig', 'Uhu ruft']
    const invited = ['Blaumeise', 'Bachstelze', 'Kleiber', digits, digits.slice(0, 12)]
    const canaries = [...people, ...written, ...invited]
    for (const bytes of [bytesOf(server.dataFile), Buffer.from(server.said)])
      expect(canaries.filter((text) => lies(text, bytes))).toEqual([])
    // It is the right file, and searched in the right way: what the server must know stands in it.
    expect(bytesOf(server.dataFile).includes(Buffer.from(slip, 'hex'))).toBe(true)
    expect(lies('Ponte is ready', Buffer.from(server.said))).toBe(true)
  } finally {
    await server.kill()
  }
})
