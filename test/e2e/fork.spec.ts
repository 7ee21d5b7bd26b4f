import { cp, mkdtemp, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as pathOf } from 'node:path'
import { allShared, exchanged, invite, join, share, test } from './circle.ts'
import { addNote, button, expect, goTo, link, welcome, type House } from './house.ts'
import { Server } from './server.ts'

const ends = ['', '-wal', '-shm']

/** The files of a store, as they are while nobody has them open, for somebody to put back. */
async function backupOf({ dataFile }: Server): Promise<() => Promise<void>> {
  const folder = await mkdtemp(pathOf(tmpdir(), 'ponte-'))
  const copies = ends.map((end) => [dataFile + end, pathOf(folder, `copy${end}`)] as const)
  for (const [file, copy] of copies) if (existsSync(file)) await cp(file, copy)
  return async () => {
    for (const [file, copy] of copies) {
      await rm(file, { force: true })
      if (existsSync(copy)) await cp(copy, file)
    }
  }
}

async function takeOutTheOther(house: House): Promise<void> {
  await goTo(house, '/members')
  await link(house, 'members.one.open').click()
  await link(house, 'members.out.title').click()
  await button(house, 'members.out.title').click()
  await expect(house.page.locator('.member')).toHaveCount(1)
}

test('two states of a notebook, one of which wrote on who had been taken out, become one by one tap', async ({
  device,
}) => {
  test.setTimeout(600_000)
  const server = await Server.begin()
  try {
    const renate = await welcome(await device(server), 'de')
    await share(renate, 'Verein Altenbrück')
    await allShared(renate)
    const anna = await join(await device(server), await invite(renate, 'member', 'Anna Nowak'), 'Anna Nowak')
    await addNote(anna, 'Als Anna noch dabei war.')
    await allShared(anna)
    await exchanged(renate)
    await server.kill()
    const putBack = await backupOf(server)
    await server.start()
    await anna.page.context().setOffline(true)
    await takeOutTheOther(renate)

    // The exchange forgets that, and Anna, whom it knows again, goes on there.
    await renate.page.context().setOffline(true)
    await server.kill()
    await putBack()
    await server.start()
    await anna.page.context().setOffline(false)
    await addNote(anna, 'Der Bus ist bestellt.')
    await allShared(anna)
    await goTo(anna, '/members/invite')
    await button(anna, 'members.invite.show').click()
    await expect(anna.page).toHaveURL(/#\/members\/invite\/\w{32}$/)
    await anna.page.context().setOffline(true)

    await renate.page.context().setOffline(false)
    const { page, say } = renate
    await goTo(renate, '/saved')
    await expect(page.getByText(say('saved.heal.what'))).toBeVisible({ timeout: 60_000 })
    await button(renate, 'saved.heal.do').click()
    await expect(button(renate, 'saved.heal.do')).toHaveCount(0, { timeout: 60_000 })
    await exchanged(renate)
    await goTo(renate, '/notes/general')
    for (const text of ['Als Anna noch dabei war.', 'Der Bus ist bestellt.'])
      await expect(page.getByRole('link', { name: text })).toHaveCount(1)
    await goTo(renate, '/members')
    await expect(page.locator('.member')).toHaveCount(1)

    await anna.page.context().setOffline(false)
    await anna.page.reload()
    await goTo(anna, '/')
    await expect(anna.page.getByText(anna.say('saved.line.removed'))).toBeVisible({ timeout: 60_000 })
  } finally {
    await server.kill()
  }
})
