import { allShared, exchanged, exchangeNow, invite, join, notYet, share, test } from './circle.ts'
import { addNote, expect, goTo, installed, welcome } from './house.ts'
import type { CDPSession } from '@playwright/test'

type Registration = { readonly registrationId: string; readonly scopeURL: string }

/** The id under which the browser knows the app's service worker. */
async function registrationAt(session: CDPSession, url: string): Promise<string> {
  const found = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', (event) => {
      const { registrations } = event as { registrations: readonly Registration[] }
      const one = registrations.find(({ scopeURL }) => scopeURL === `${url}/`)
      if (one) resolve(one.registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  return found
}

test('what was written without a network is sent by the browser after the app was closed', async ({
  device,
  server,
}) => {
  const renate = await welcome(await device(), 'de')
  await share(renate, 'Verein Altenbrück')
  const page = await device()
  const context = page.context()
  const maria = await join(page, await invite(renate, 'member', 'Maria Nowak'))
  await installed(page)
  await allShared(maria)

  await context.setOffline(true)
  await addNote(maria, 'Im Zug geschrieben.')
  await goTo(maria, '/')
  await expect(notYet(maria, 1)).toBeVisible()
  const blank = await context.newPage()
  const session = await context.newCDPSession(blank)
  const registrationId = await registrationAt(session, server.url)
  await page.close()
  await exchanged(renate)
  await goTo(renate, '/notes')
  await expect(renate.page.getByRole('heading', { level: 1, name: renate.say('notes.title') })).toBeVisible()
  await expect(renate.page.getByRole('link', { name: 'Im Zug geschrieben.' })).toHaveCount(0)

  await context.setOffline(false)
  await session.send('ServiceWorker.dispatchSyncEvent', {
    origin: server.url,
    registrationId,
    tag: 'ponte-push',
    lastChance: false,
  })
  // Nobody opened the app on that device.
  expect(context.pages()).toEqual([blank])
  await expect(async () => {
    await exchangeNow(renate)
    await goTo(renate, '/notes')
    await expect(renate.page.getByRole('link', { name: 'Im Zug geschrieben.' })).toHaveCount(1, {
      timeout: 5000,
    })
  }).toPass({ timeout: 120_000 })
})
