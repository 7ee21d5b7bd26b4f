import type { JSX } from 'preact'
import type { Erasure } from '../../db/erasure.ts'
import type { Row as RecordRow } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { isPublic } from '../../records/kinds/publication.ts'
import { Tick } from '../../ui/choices.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { mediumDate } from '../../ui/dates.ts'
import { useKindKey, usePathOf } from '../../ui/feature.ts'
import { useGrowing } from '../../ui/longlist.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'

/** The word for a kind of record. */
function useKindWord(): (kind: string) => string {
  const { t } = useText()
  const kindKey = useKindKey()
  return (kind) => {
    const key = kindKey(kind)
    return key ? t(key) : t('erase.otherKind')
  }
}

/** What a record is called, what kind it is of, and where its page lies. */
function useSaid(): (row: RecordRow) => { name: string; detail: string; to: string } {
  const { t, language } = useText()
  const kindWord = useKindWord()
  const pathOf = usePathOf()
  return ({ id, kind, label, list, fields }) => {
    const word = kindWord(kind)
    const deleted = list === 'bin' && t('erase.inBin')
    // An offer to guests is read on the person's page.
    const path = pathOf(kind, kind === 'hosting' ? textOf(fields, 'person') : id)
    return {
      name: mediumDate(label, language) || word,
      detail: [label && word, deleted].filter(Boolean).join(', '),
      to: href(list === 'bin' ? '/deleted' : path),
    }
  }
}

/** What belongs to it, by kind. */
export function Along({ along }: Erasure): JSX.Element | null {
  const { t } = useText()
  const kindWord = useKindWord()
  const kinds = [...new Set(along.map(({ kind }) => kind))]
  if (kinds.length === 0) return null
  return (
    <div class="stack tight">
      <p>{t('erase.along')}</p>
      <ul class="paper-list">
        {kinds.map((kind) => (
          <li key={kind}>
            {t('erase.ofKind', {
              kind: kindWord(kind),
              number: along.filter((row) => row.kind === kind).length,
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What names it: there it is taken out. */
export function Named({ named, begun }: Erasure): JSX.Element | null {
  const { t } = useText()
  const said = useSaid()
  const { shown, more } = useGrowing(named.length, '')
  const count = named.length + begun
  if (count === 0) return null
  return (
    <Section title={t('erase.named', { number: count })}>
      <div class="stack tight">
        <p>{t('erase.namedWhat')}</p>
        {named.length > 0 && (
          <Rows>
            {named.slice(0, shown).map((row) => {
              const { name, detail, to } = said(row)
              return (
                <Row key={row.id} to={to} detail={detail}>
                  {name}
                </Row>
              )
            })}
          </Rows>
        )}
        {more}
      </div>
    </Section>
  )
}

type ToldProps = { erasure: Erasure; also: ReadonlySet<string>; onTick: (id: string, on: boolean) => void }

/** Erasing takes nothing out of the public register: what stands there has to be withdrawn first. */
export function StandsPublic({ row, named, told }: Erasure): JSX.Element | null {
  const { t } = useText()
  const all = new Map([row, ...named, ...told].map((one) => [one.id, one]))
  const shown = [...all.values()].filter(({ kind, fields }) => kind === 'publication' && isPublic(fields))
  if (shown.length === 0) return null
  return (
    <div class="stack tight">
      <Status look="waiting" icon="circle-alert">
        {t('erase.isPublic')}
      </Status>
      <Rows>
        {shown.map(({ id, label }) => (
          <Row key={id} to={href(`/register/${id}`)}>
            {label || t('erase.publicEntry')}
          </Row>
        ))}
      </Rows>
    </div>
  )
}

/** Texts that say a person's name: what else is to go, and the way to change the rest. */
export function Told({ erasure: { told, row }, also, onTick }: ToldProps): JSX.Element | null {
  const { t } = useText()
  const said = useSaid()
  const { shown, more } = useGrowing(told.length, '')
  if (row.kind !== 'person') return null
  return (
    <Section title={t('erase.told', { number: told.length })}>
      <div class="stack">
        <p>
          {told.length > 0 && `${t('erase.toldWhat')} `}
          {t('erase.spelling')}
        </p>
        {told.slice(0, shown).map((one) => {
          const { name, detail, to } = said(one)
          return (
            <div class="card stack tight" key={one.id}>
              {one.kind === 'settings' ? (
                <strong>{name}</strong>
              ) : (
                <Tick
                  label={t('erase.also', { name })}
                  hint={detail}
                  ticked={also.has(one.id)}
                  onTick={(on) => onTick(one.id, on)}
                />
              )}
              <LinkButton icon="pencil" to={to}>
                {t('erase.look')}
              </LinkButton>
            </div>
          )
        })}
        {more}
      </div>
    </Section>
  )
}
