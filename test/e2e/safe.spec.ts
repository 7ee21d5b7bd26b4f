import { allShared, exchanged, exchangeNow, notYet, share, test, withOthers } from './circle.ts'
import { addNote, expect, goTo, installed, welcome } from './house.ts'
import { Line } from './line.ts'
import { logOf } from './server-log.ts'
import { Server } from './server.ts'
import { wordsOf } from './words.ts'

const say = wordsOf('de')

test('Start says that all is with the others only when that was acknowledged', async ({ device }) => {
  const line = await Line.open()
  const server = await Server.begin(line.url)
  line.leadTo(server.port)
  try {
    const page = await device(server)
    const house = await welcome(page, 'de')
    await addNote(house, 'Vor dem Teilen.')
    await share(house, 'Verein Altenbrück')
    await allShared(house)
    const sum = (): number => Object.values(logOf(server.dataFile)).reduce((all, one) => all + one, 0)
    const before = sum()
    await installed(page)

    await server.kill()
    await addNote(house, 'Ohne Verbindung.')
    await expect(page.getByText(say('saved.item.waiting'), { exact: true })).toBeVisible()
    await goTo(house, '/')
    await expect(notYet(house, 1)).toBeVisible()
    expect(await exchangeNow(house)).toBe(false)
    await addNote(house, 'Noch eine.')
    await goTo(house, '/')
    await expect(notYet(house, 2)).toBeVisible()
    expect(await page.evaluate(() => navigator.onLine)).toBe(true)

    // Else they may be sent by themselves as soon as the server is there, and the answer comes.
    line.breakDown()
    await server.start()
    line.mend()
    line.loseAnswerTo('/v1/push')
    expect(await exchangeNow(house)).toBe(false)
    // They lie there, and nobody knows it here.
    await expect.poll(sum).toBe(before + 2)
    await goTo(house, '/')
    await expect(notYet(house, 2)).toBeVisible()
    await expect(withOthers(house)).toHaveCount(0)

    line.mend()
    await exchanged(house)
    await goTo(house, '/')
    await expect(withOthers(house)).toBeVisible()
    expect(sum()).toBe(before + 2)
  } finally {
    await server.kill()
    await line.end()
  }
})
