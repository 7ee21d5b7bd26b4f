import type { Feature } from '../ui/feature.ts'
import { feature as backup } from '../features/backup/feature.ts'
import { feature as chronicle } from '../features/chronicle/feature.ts'
import { feature as events } from '../features/events/feature.ts'
import { feature as groups } from '../features/groups/feature.ts'
import { feature as join } from '../features/join/feature.ts'
import { feature as more } from '../features/more/feature.ts'
import { feature as news } from '../features/news/feature.ts'
import { feature as notes } from '../features/notes/feature.ts'
import { feature as people } from '../features/people/feature.ts'
import { feature as photos } from '../features/photos/feature.ts'
import { feature as projects } from '../features/projects/feature.ts'
import { feature as room } from '../features/room/feature.ts'
import { feature as saved } from '../features/saved/feature.ts'
import { feature as start } from '../features/start/feature.ts'
import { feature as steps } from '../features/steps/feature.ts'
import { feature as versions } from '../features/versions/feature.ts'
import { feature as visits } from '../features/visits/feature.ts'
import { feature as welcome } from '../features/welcome/feature.ts'
import { withWords } from './with-words.ts'

/** Features that the first screens speak of: whose places, buttons, parts or records stand on Start, or whom a link leads to first. */
const first: readonly Feature[] = [
  start,
  // What needs a decision stands first.
  versions,
  people,
  groups,
  events,
  projects,
  steps,
  visits,
  notes,
  photos,
  chronicle,
  news,
  backup,
  saved,
  room,
  join,
  more,
  welcome,
]

export const firstFeatures: readonly Feature[] = first.map(withWords)
