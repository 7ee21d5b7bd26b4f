import type { JSX } from 'preact'
import { shownText } from '../../../shared/register/text.ts'
import { textOf } from '../../../records/fields.ts'
import { mediumDate } from '../../../ui/dates.ts'
import type { IconName } from '../../../ui/icons.ts'
import { Status, type StatusLook } from '../../../ui/status.tsx'
import { useText, type Text } from '../../../ui/text.ts'
import { standingKeys, type Standing } from './standing.ts'
import type { Publication } from './use-publication.ts'

const looks: { readonly [standing in Standing]: readonly [StatusLook, IconName] } = {
  draft: ['neutral', 'pencil'],
  public: ['shared', 'users-check'],
  hidden: ['problem', 'circle-alert'],
  withdrawn: ['neutral', 'check'],
  lost: ['problem', 'circle-alert'],
  back: ['problem', 'circle-alert'],
}

function firstLine({ standing, row }: Publication, { t, language }: Text): string {
  const date = (name: string): string => mediumDate(textOf(row.fields, name).slice(0, 10), language)
  if (standing === 'public' && textOf(row.fields, 'publishedAt'))
    return t('register.own.publicSince', { date: date('publishedAt') })
  if (standing === 'withdrawn' && textOf(row.fields, 'withdrawnAt'))
    return t('register.own.withdrawnOn', { date: date('withdrawnAt') })
  return t(standingKeys[standing])
}

function secondLine({ standing, item, isChanged }: Publication, { t }: Text): string {
  if (standing === 'hidden') return t('register.own.hiddenWhy', { reason: shownText(item?.reason ?? '') })
  if (standing === 'public' && isChanged) return t('register.own.changed')
  if (standing === 'draft') return t('register.own.draftWhat')
  return ''
}

/** How an entry of ours stands, in words. */
export function StandingLine({ publication }: { publication: Publication }): JSX.Element {
  const text = useText()
  const [look, icon] = looks[publication.standing]
  return (
    <div role="status">
      <Status look={look} icon={icon}>
        <strong class="line">{firstLine(publication, text)}</strong>
        {secondLine(publication, text)}
      </Status>
    </div>
  )
}
