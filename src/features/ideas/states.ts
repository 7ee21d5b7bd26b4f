import type { IdeaState, IdeaWay } from '../../records/kinds/idea.ts'
import type { IconName } from '../../ui/icons.ts'
import type { TextKey } from '../../ui/text.ts'

export const stateKeys: { readonly [state in IdeaState]: TextKey } = {
  draft: 'ideas.state.draft',
  shared: 'ideas.state.shared',
  agreed: 'ideas.state.agreed',
  done: 'ideas.state.done',
}

/** The sections of the board, in their order. */
export const headingKeys: { readonly [state in IdeaState]: TextKey } = {
  draft: 'ideas.heading.draft',
  shared: 'ideas.heading.shared',
  agreed: 'ideas.heading.agreed',
  done: 'ideas.heading.done',
}

export const stateIcons: { readonly [state in IdeaState]: IconName } = {
  draft: 'pencil',
  shared: 'lightbulb',
  agreed: 'heart-handshake',
  done: 'folder',
}

export const wayKeys: { readonly [way in IdeaWay]: TextKey } = {
  place: 'ideas.way.place',
  online: 'ideas.way.online',
  both: 'ideas.way.both',
}
