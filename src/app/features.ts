import type { Feature } from '../ui/feature.ts'
import { feature as groups } from '../features/groups/feature.ts'
import { feature as notes } from '../features/notes/feature.ts'
import { feature as people } from '../features/people/feature.ts'
import { feature as start } from '../features/start/feature.ts'
import { feature as welcome } from '../features/welcome/feature.ts'

/** What Ponte can do: one line a feature. */
export const features: readonly Feature[] = [start, people, groups, notes, welcome]
