import type { GroupType } from '../../records/kinds/group.ts'
import type { IconName } from '../../ui/icons.ts'
import type { TextKey } from '../../ui/text.ts'

export const typeKeys: { readonly [type in GroupType]: TextKey } = {
  association: 'groups.type.association',
  administration: 'groups.type.administration',
  school: 'groups.type.school',
  choir: 'groups.type.choir',
  church: 'groups.type.church',
  company: 'groups.type.company',
  other: 'groups.type.other',
}

export const typeIcons: { readonly [type in GroupType]: IconName } = {
  association: 'heart-handshake',
  administration: 'landmark',
  school: 'school',
  choir: 'music',
  church: 'church',
  company: 'briefcase',
  other: 'users',
}
