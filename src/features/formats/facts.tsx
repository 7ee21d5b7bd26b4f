import type { JSX } from 'preact'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icons.ts'
import { useText, type TextKey } from '../../ui/text.ts'
import type { Format } from './formats.ts'
import type { FormatText } from './handbook.ts'

const whereKey = ({ where }: Format): TextKey => {
  if (where.length === 2) return 'formats.where.both'
  return where[0] === 'apart' ? 'formats.where.apart' : 'formats.where.together'
}

const languageKeys: { readonly [language in Format['language']]: TextKey } = {
  common: 'formats.needs.common',
  helper: 'formats.needs.helper',
  none: 'formats.needs.none',
}

const moneyKeys: { readonly [money in Format['money']]: TextKey } = {
  none: 'formats.costs.none',
  little: 'formats.costs.little',
  some: 'formats.costs.some',
}

/** Who, how long, with or without travel, language and money, in few words. */
export function FormatFacts({ format, text }: { format: Format; text: FormatText }): JSX.Element {
  const { t } = useText()
  const lines: readonly (readonly [IconName, string])[] = [
    ['users', text.who],
    ['clock', text.length],
    ['house', t(whereKey(format))],
    ['languages', t(languageKeys[format.language])],
    ['coins', t(moneyKeys[format.money])],
    ['calendar-days', t('formats.lead', { count: format.lead })],
  ]
  return (
    <ul class="facts">
      {lines.map(([icon, words]) => (
        <li class="fact" key={icon}>
          <Icon name={icon} />
          <span>{words}</span>
        </li>
      ))}
    </ul>
  )
}
