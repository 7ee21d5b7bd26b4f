import type { World } from './world.ts'

/** Whether the exchange was ever put back behind entries of the roster. */
export const hasForked = ({ told }: World): boolean => told.forks > 0
