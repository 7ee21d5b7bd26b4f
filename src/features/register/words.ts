import type {
  LinkKind,
  LinkState,
  EntryType,
  Happening,
  PublicProjectState,
} from '../../shared/register/words.ts'
import type { IconName } from '../../ui/icons.ts'
import type { TextKey } from '../../ui/text.ts'

export const typeKeys: { readonly [type in EntryType]: TextKey } = {
  partnership: 'register.type.partnership',
  project: 'register.type.project',
  event: 'register.type.event',
  idea: 'register.type.idea',
  experience: 'register.type.experience',
  advice: 'register.type.advice',
}

export const typeIcons: { readonly [type in EntryType]: IconName } = {
  partnership: 'heart-handshake',
  project: 'folder',
  event: 'calendar-days',
  idea: 'lightbulb',
  experience: 'book-open',
  advice: 'circle-help',
}

export const kindKeys: { readonly [kind in LinkKind]: TextKey } = {
  partnership: 'register.kind.partnership',
  friendship: 'register.kind.friendship',
  contact: 'register.kind.contact',
  projectPartnership: 'register.kind.projectPartnership',
  sponsorship: 'register.kind.sponsorship',
  solidarity: 'register.kind.solidarity',
  climate: 'register.kind.climate',
  ring: 'register.kind.ring',
  other: 'register.kind.other',
}

export const linkStateKeys: { readonly [state in LinkState]: TextKey } = {
  planned: 'register.state.prepared',
  active: 'register.state.active',
  resting: 'register.state.resting',
  ended: 'register.state.ended',
}

export const projectStateKeys: { readonly [state in PublicProjectState]: TextKey } = {
  idea: 'register.state.idea',
  planned: 'register.state.planned',
  agreed: 'register.state.agreed',
  running: 'register.state.running',
  done: 'register.state.done',
  postponed: 'register.state.postponed',
  cancelled: 'register.state.cancelled',
}

export const happeningKeys: { readonly [what in Happening]: TextKey } = {
  contact: 'register.happening.contact',
  council: 'register.happening.council',
  signed: 'register.happening.signed',
  renewed: 'register.happening.renewed',
  celebrated: 'register.happening.celebrated',
  begun: 'register.happening.begun',
  planned: 'register.happening.planned',
  resting: 'register.happening.resting',
  ended: 'register.happening.ended',
  other: 'register.happening.other',
}
