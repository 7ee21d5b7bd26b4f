import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from './clock.ts'
import { measureJoin } from './join.ts'
import { reportJoin, type JoinReport } from './join-report.ts'
import { makePonte } from './join-ponte.ts'
import { makeEvolu } from './peers/evolu.ts'
import { installPeers } from './peers/install.ts'
import { makePouchdb } from './peers/pouchdb.ts'
import { fullVolume } from './workload.ts'

/** A notebook on its way to another device: all contenders with the same records in the same run. */
export async function compareJoin(seed: number, clock: Clock): Promise<JoinReport> {
  installPeers()
  const folder = await mkdtemp(join(tmpdir(), 'ponte-contenders-'))
  try {
    const pouchdb = await makePouchdb(folder)
    const { byLog, byCheckpoint } = await makePonte(folder)
    const contenders = [byLog, byCheckpoint, pouchdb, await makeEvolu(folder)]
    const task = { seed, volume: fullVolume }
    return reportJoin(task, await measureJoin(contenders, task, clock), pouchdb.name)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
