import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { rowsOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { useThumb } from '../../db/photo.ts'
import type { Row } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { kindOf } from '../../records/kinds.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { mediumDate, today } from '../../ui/dates.ts'
import { Icon } from '../../ui/icon.tsx'
import { href } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { daysLeft, useKindKey } from './words.ts'

/** What names a record in the bin: its label, or else its kind and what it belonged to. */
function useName(row: Row): string {
  const { t } = useText()
  const notebook = useNotebook()
  const kindKey = useKindKey()
  const about = row.label ? [] : (kindOf(row.kind)?.about?.(row.fields) ?? [])
  const owners = useLive(() => rowsOf(notebook, about), [notebook, row.id])
  if (row.label) return row.label
  return [t(kindKey(row.kind)), owners?.[0]?.label].filter(Boolean).join(': ')
}

function Back(): JSX.Element {
  const { t } = useText()
  const line = useRef<HTMLParagraphElement>(null)
  // The button under the finger has gone: the keyboard stays in its place.
  useEffect(() => line.current?.focus({ preventScroll: true }), [])
  return (
    <p class="state shared" tabIndex={-1} ref={line}>
      <Icon name="check" />
      <span>{t('bin.isBack')}</span>
    </p>
  )
}

type ItemProps = {
  row: Row
  isBack: boolean
  isChanged: boolean
  /** Will be erased for good with the next exchange. */
  isWished: boolean
  mayErase: boolean
  onRestore: (name: string) => Promise<void>
}

/** One deleted record with its way back. Once back it stays in the list, so that nothing moves under the finger. */
export function BinItem({ row, isBack, isChanged, isWished, mayErase, onRestore }: ItemProps): JSX.Element {
  const { t, language } = useText()
  const { now } = useNotebook()
  const kindKey = useKindKey()
  const name = useName(row)
  const thumb = useThumb(row.kind === 'photo' ? row.id : '')
  const date = mediumDate(today(new Date(row.deletedAt)), language)
  return (
    <li class="card by">
      {thumb && <img class="picture thumb" src={thumb} alt="" />}
      <div>
        <strong class="line" lang={textOf(row.fields, 'language') || undefined}>
          {name}
        </strong>
        {row.label && <span class="small secondary line">{t(kindKey(row.kind))}</span>}
        <span class="small secondary line">
          {t('bin.since', { date, count: daysLeft(row.deletedAt, now()) })}
        </span>
        {isChanged && !isBack && (
          <span class="chip waiting">
            <Icon name="circle-alert" />
            {t('bin.changedMeanwhile')}
          </span>
        )}
        {isWished && !isBack && (
          <span class="chip waiting">
            <Icon name="clock" />
            {t('bin.wished')}
          </span>
        )}
      </div>
      <div>
        {isBack ? (
          <Back />
        ) : (
          <Buttons column>
            <Button icon="archive-restore" onPress={() => onRestore(name)}>
              {t('bin.restore')}
            </Button>
            {mayErase && !isWished && (
              <LinkButton danger icon="trash-2" to={href(`/erase/${row.id}`)}>
                {t('bin.erase')}
              </LinkButton>
            )}
          </Buttons>
        )}
      </div>
    </li>
  )
}
