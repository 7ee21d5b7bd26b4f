import { rm } from 'node:fs/promises'
import { allShared, invite, join, share, test } from './circle.ts'
import { addNote, button, expect, field, goTo, welcome } from './house.ts'
import { Server } from './server.ts'

const code = 'Bruecke-am-Fluss-1987'

test('an exchange that lost its disk has the notebook again by one tap and the code of whoever runs it', async ({
  device,
}) => {
  const server = await Server.begin('', { FOUNDING_CODE: code })
  try {
    const house = await welcome(await device(server), 'de')
    const { page, say } = house
    await addNote(house, 'Der Brief aus Kraków.')
    await share(house, 'Freundeskreis', code)
    await allShared(house)
    await server.kill()
    for (const end of ['', '-wal', '-shm']) await rm(`${server.dataFile}${end}`, { force: true })
    await server.start()
    await goTo(house, '/saved')
    await button(house, 'saved.now.exchange').click({ delay: 600 })
    await expect(page.getByText(say('saved.again.what'))).toBeVisible()
    await field(house, 'saved.again.code').fill('falsch-geraten')
    await button(house, 'saved.again.do').click()
    await expect(page.getByText(say('saved.again.wrongCode'))).toBeVisible()
    await expect(field(house, 'saved.again.code')).toHaveValue('falsch-geraten')
    await field(house, 'saved.again.code').fill(code)
    await button(house, 'saved.again.do').click({ delay: 600 })
    await expect(page.getByText(say('saved.again.what'))).toBeHidden({ timeout: 30_000 })
    const guest = await join(await device(server), await invite(house, 'member', 'Jan Kowalski'))
    await goTo(guest, '/notes/general')
    await expect(guest.page.getByRole('link', { name: 'Der Brief aus Kraków.' })).toBeVisible()
  } finally {
    await server.kill()
  }
})
