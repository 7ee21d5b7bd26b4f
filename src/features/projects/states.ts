import type { ProjectState } from '../../records/kinds/project.ts'
import type { IconName } from '../../ui/icons.ts'
import type { TextKey } from '../../ui/text.ts'

export const stateKeys: { readonly [state in ProjectState]: TextKey } = {
  idea: 'projects.state.idea',
  planned: 'projects.state.planned',
  agreed: 'projects.state.agreed',
  running: 'projects.state.running',
  done: 'projects.state.done',
  postponed: 'projects.state.postponed',
  cancelled: 'projects.state.cancelled',
}

/** The same where there is room: with whom it is agreed. */
export const longStateKeys: { readonly [state in ProjectState]: TextKey } = {
  ...stateKeys,
  agreed: 'projects.state.agreedWithOffice',
}

export const stateIcons: { readonly [state in ProjectState]: IconName } = {
  idea: 'lightbulb',
  planned: 'calendar-days',
  agreed: 'heart-handshake',
  running: 'circle-play',
  done: 'check',
  postponed: 'pause',
  cancelled: 'x',
}

/** The tint that goes with icon and word; '' for the usual one. */
export const stateLooks: { readonly [state in ProjectState]: '' | 'shared' | 'waiting' | 'problem' } = {
  idea: '',
  planned: '',
  agreed: '',
  running: 'shared',
  done: 'shared',
  postponed: 'waiting',
  cancelled: 'problem',
}
