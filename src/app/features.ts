import type { Feature } from '../ui/feature.ts'
import { feature as backup } from '../features/backup/feature.ts'
import { feature as bin } from '../features/bin/feature.ts'
import { feature as groups } from '../features/groups/feature.ts'
import { feature as help } from '../features/help/feature.ts'
import { feature as imports } from '../features/imports/feature.ts'
import { feature as more } from '../features/more/feature.ts'
import { feature as notes } from '../features/notes/feature.ts'
import { feature as people } from '../features/people/feature.ts'
import { feature as photos } from '../features/photos/feature.ts'
import { feature as saved } from '../features/saved/feature.ts'
import { feature as settings } from '../features/settings/feature.ts'
import { feature as start } from '../features/start/feature.ts'
import { feature as versions } from '../features/versions/feature.ts'
import { feature as welcome } from '../features/welcome/feature.ts'

/** What Ponte can do: one line a feature. */
export const features: readonly Feature[] = [
  start,
  people,
  groups,
  versions,
  notes,
  photos,
  imports,
  bin,
  backup,
  saved,
  settings,
  help,
  more,
  welcome,
]
