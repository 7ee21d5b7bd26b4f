import { Malformed } from '../shared/bytes.ts'
import { appConfigCodec, type AppConfig } from '../shared/exchange/endpoints.ts'
import type { Fetch } from './ask.ts'
import { SyncProblem } from './problem.ts'

/** What the app is served with, asked at its own address (ends with a slash). SyncProblem 'offline'. */
export async function askConfig(appAddress: string, fetch: Fetch): Promise<AppConfig> {
  try {
    const response = await fetch(`${appAddress}config.json`, { cache: 'no-store' })
    if (!response.ok) throw new SyncProblem('offline')
    return appConfigCodec.read(new Uint8Array(await response.arrayBuffer()))
  } catch (cause) {
    if (cause instanceof SyncProblem) throw cause
    // A page without an exchange, or a hotel's log-in: nobody to exchange with.
    if (cause instanceof Malformed || cause instanceof TypeError) throw new SyncProblem('offline', cause)
    throw cause
  }
}
