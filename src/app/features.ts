import type { Feature } from '../ui/feature.ts'
import { feature as access } from '../features/access/feature.ts'
import { feature as author } from '../features/author/feature.ts'
import { feature as backup } from '../features/backup/feature.ts'
import { feature as bin } from '../features/bin/feature.ts'
import { feature as chronicle } from '../features/chronicle/feature.ts'
import { feature as copies } from '../features/copies/feature.ts'
import { feature as erase } from '../features/erase/feature.ts'
import { feature as events } from '../features/events/feature.ts'
import { feature as groups } from '../features/groups/feature.ts'
import { feature as help } from '../features/help/feature.ts'
import { feature as imports } from '../features/imports/feature.ts'
import { feature as join } from '../features/join/feature.ts'
import { feature as members } from '../features/members/feature.ts'
import { feature as more } from '../features/more/feature.ts'
import { feature as news } from '../features/news/feature.ts'
import { feature as notes } from '../features/notes/feature.ts'
import { feature as people } from '../features/people/feature.ts'
import { feature as photos } from '../features/photos/feature.ts'
import { feature as practice } from '../features/practice/feature.ts'
import { feature as print } from '../features/print/feature.ts'
import { feature as projects } from '../features/projects/feature.ts'
import { feature as retention } from '../features/retention/feature.ts'
import { feature as room } from '../features/room/feature.ts'
import { feature as saved } from '../features/saved/feature.ts'
import { feature as settings } from '../features/settings/feature.ts'
import { feature as start } from '../features/start/feature.ts'
import { feature as steps } from '../features/steps/feature.ts'
import { feature as versions } from '../features/versions/feature.ts'
import { feature as visits } from '../features/visits/feature.ts'
import { feature as welcome } from '../features/welcome/feature.ts'
import { withWords } from './with-words.ts'

/** What Ponte can do: one line a feature. Their parts of a record's page stand in this order. */
const all: readonly Feature[] = [
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
  author,
  copies,
  access,
  erase,
  news,
  imports,
  bin,
  backup,
  retention,
  saved,
  room,
  settings,
  practice,
  print,
  help,
  members,
  join,
  more,
  welcome,
]

export const features: readonly Feature[] = all.map(withWords)
