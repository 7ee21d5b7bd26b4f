import type { Bytes } from '../../src/shared/bytes.ts'
import { Board } from './board.ts'
import { watch, type Found } from './watch.ts'

export type { Found } from './watch.ts'

/** How many inputs each target took and refused. */
export type Tried = { readonly [target: string]: { readonly accepted: number; readonly refused: number } }

/** Of the same mistake the first inputs tell enough. */
const enough = 20

/** How often a slow input is tried again, alone: on a busy machine everything is slow now and then. */
const slowTries = 2

/** Tries inputs alone, each in a process that is watched; tells of those that something is wrong with. */
export async function replay(target: string, inputs: readonly Bytes[]): Promise<Found[]> {
  const found: Found[] = []
  for (const input of inputs) {
    const board = Board.make()
    const onFound = (one: Found): number => found.push(one)
    await watch({ targets: [target], seed: 0, life: 0, board, isOver: () => false, onFound, only: [input] })
    board.remove()
  }
  return found
}

async function isSlowAgain({ target, input }: Found): Promise<boolean> {
  for (let tries = 0; tries < slowTries; tries += 1)
    if ((await replay(target, [input])).length === 0) return false
  return true
}

/** Tries these targets by turns for so long, or until there is more found than anybody reads. */
export async function fuzz(
  targets: readonly string[],
  {
    seconds,
    seed,
    most = enough,
  }: { readonly seconds: number; readonly seed: number; readonly most?: number },
): Promise<{ tried: Tried; found: Found[] }> {
  const board = Board.make()
  const [found, slow]: [Found[], Found[]] = [[], []]
  const end = performance.now() + seconds * 1000
  const isOver = (): boolean => performance.now() > end || found.length + slow.length >= most
  const onFound = (one: Found): number => (one.what.startsWith('slow') ? slow : found).push(one)
  for (let life = 0; !isOver(); life += 1) {
    await watch({ targets, seed, life, board, isOver, onFound })
    board.giveUp()
  }
  for (const one of slow) if (await isSlowAgain(one)) found.push(one)
  const tried = Object.fromEntries(targets.map((target, at) => [target, board.countsOf(at)]))
  board.remove()
  return { tried, found }
}
