import type { Served } from './servers.ts'
import type { Volume } from './workload.ts'

/** What a page needs to know to make the records itself. */
export type Task = { readonly seed: number; readonly volume: Volume }

/**
 * What every contender's page puts under `bench`: one device with its own storage. A verb that resolved has done its
 * work durably, as the contender understands it.
 */
export type DeviceVerbs = {
  /** Loads and opens what the other verbs need, without a word to the others. Not measured. */
  open(task: Task): Promise<void>
  /** The first device: puts all records into its storage. */
  fill(): Promise<void>
  /** The first device: sends what the server does not have. */
  push(): Promise<void>
  /** The first device: what another one needs in order to join. */
  invite(): Promise<string>
  /** The second device: joins and takes all records. */
  join(invitation: string): Promise<void>
  /** Milliseconds of the join that were made slow on purpose: stretching what was typed, so that nobody can guess it. */
  stretched(): Promise<number>
  /** Says nothing to the others and hears nothing from them until the next push or pull. */
  pause(): Promise<void>
  /** The first device: changes without a word to the others, one record after the other. */
  edit(): Promise<void>
  /** The second device: takes what is new. */
  pull(): Promise<void>
  /** The digest of all records in the device's storage (workload.ts). */
  digest(): Promise<string>
}

/** Something that brings a notebook from one device to another. */
export type Contender = {
  readonly name: string
  /** Whether the server is kept from reading. */
  readonly encrypted: boolean
  /** What a reader of its figures must know. */
  readonly note: string
  /** The path of the page on its server, and the script that puts the verbs there if the page does not itself. */
  readonly page: string
  readonly script: string
  /**
   * Where somebody joins long afterwards: so many days after the first device's push, which a second member's device has
   * looked at, the server is started again, over the same data.
   */
  readonly days?: number
  /** Starts the server in a process of its own over a folder for its data, empty at first; devices will reach it by `address`. */
  serve(folder: string, address: string, days?: number): Promise<Served>
  /** Rejects unless the server's data are what the contender's name says. */
  check?(folder: string): Promise<void>
}
