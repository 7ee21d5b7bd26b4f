import { useMemo } from 'preact/hooks'
import { mediumDate } from '../../ui/dates.ts'
import { useText, type TextKey } from '../../ui/text.ts'
import type { Line, Say } from './to-fields.ts'

const lineKeys: { readonly [what in Line['what']]: TextKey } = {
  nickname: 'imports.line.nickname',
  anniversary: 'imports.line.anniversary',
  spouse: 'imports.line.spouse',
  related: 'imports.line.related',
  address: 'imports.line.address',
  fax: 'imports.line.fax',
  groups: 'imports.line.groups',
}

/** Words the lines that go to the remarks. */
export function useSay(): Say {
  const { t, language } = useText()
  return useMemo(
    () =>
      ({ what, value }) =>
        t(lineKeys[what], { value: what === 'anniversary' ? mediumDate(value, language) : value }),
    [t, language],
  )
}
