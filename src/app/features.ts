import type { Feature } from '../ui/feature.ts'
import { feature as access } from '../features/access/feature.ts'
import { feature as anniversaries } from '../features/anniversaries/feature.ts'
import { feature as author } from '../features/author/feature.ts'
import { feature as bin } from '../features/bin/feature.ts'
import { feature as channels } from '../features/channels/feature.ts'
import { feature as copies } from '../features/copies/feature.ts'
import { feature as erase } from '../features/erase/feature.ts'
import { feature as firstSteps } from '../features/first-steps/feature.ts'
import { feature as fit } from '../features/fit/feature.ts'
import { feature as formats } from '../features/formats/feature.ts'
import { feature as funding } from '../features/funding/feature.ts'
import { feature as glossary } from '../features/glossary/feature.ts'
import { feature as help } from '../features/help/feature.ts'
import { feature as ideas } from '../features/ideas/feature.ts'
import { feature as imports } from '../features/imports/feature.ts'
import { feature as meetings } from '../features/meetings/feature.ts'
import { feature as members } from '../features/members/feature.ts'
import { feature as posts } from '../features/posts/feature.ts'
import { feature as partnerships } from '../features/partnerships/feature.ts'
import { feature as practice } from '../features/practice/feature.ts'
import { feature as print } from '../features/print/feature.ts'
import { feature as register } from '../features/register/feature.ts'
import { feature as retention } from '../features/retention/feature.ts'
import { feature as settings } from '../features/settings/feature.ts'
import { feature as towns } from '../features/towns/feature.ts'
import { feature as translate } from '../features/translate/feature.ts'
import { feature as yearly } from '../features/yearly/feature.ts'
import { firstFeatures } from './first-features.ts'
import { withWords } from './with-words.ts'

/** Features behind those: known as soon as the first screen stands, or another one is asked for. */
const later: readonly Feature[] = [
  towns,
  partnerships,
  anniversaries,
  ideas,
  posts,
  author,
  yearly,
  copies,
  access,
  erase,
  imports,
  bin,
  retention,
  print,
  settings,
  practice,
  meetings,
  members,
  translate,
  glossary,
  formats,
  help,
  firstSteps,
  funding,
  channels,
  register,
  fit,
]

/** What Ponte can do: one line a feature, here or in `first-features.ts`. Their parts of a record's page stand in this order. */
export const features: readonly Feature[] = [...firstFeatures, ...later.map(withWords)]
