import type { JSX } from 'preact'
import { remove, restore } from '../../db/bin.ts'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { useOwnWords, type OwnWords } from '../../db/own-words.ts'
import { usePhoto } from '../../db/photo.ts'
import type { Row as RecordRow } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { ItemLine } from '../../ui/item-line.tsx'
import { OwnWordsLine } from '../../ui/own-words.tsx'
import { Page } from '../../ui/page.tsx'
import { Picture } from '../../ui/picture.tsx'
import { back, href } from '../../ui/route.ts'
import { Sections } from '../../ui/sections.tsx'
import { Speak } from '../../ui/speak.tsx'
import { useText } from '../../ui/text.ts'
import { TwiceMark } from '../../ui/twice-mark.tsx'
import { offerUndo } from '../../ui/undo.tsx'
import { Gathered } from './gathered.tsx'
import { Standing } from './standing.tsx'
import { Timeline } from './timeline.tsx'
import { useTowns, type Towns } from './use-towns.ts'
import { Who } from './who.tsx'
import { nameOf, sideKeys, townName } from './words.ts'

function Hero({ photo }: { photo: string }): JSX.Element {
  const url = usePhoto(photo)
  if (!photo) return <Picture name="panorama" look="hero r21" />
  return url ? <img class="picture hero r21" src={url} alt="" /> : <div class="picture hero r21" />
}

function Text({ words }: { words: OwnWords }): JSX.Element | null {
  const text = textOf(words.row.fields, 'text')
  if (!text.trim()) return null
  const lang = words.langOf('text')
  return (
    <div class="card stack tight">
      <p class="written" lang={lang}>
        {text}
      </p>
      <Speak text={text} lang={lang} />
      <OwnWordsLine id={words.row.id} words={words} />
    </div>
  )
}

type DoingsProps = { id: string; name: string }

function Doings({ id, name }: DoingsProps): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const toBin = async (): Promise<void> => {
    await remove(notebook, [id])
    offerUndo(t('partnerships.deleted', { name }), () => restore(notebook, [id]))
    back('/towns')
  }
  return (
    <Buttons column>
      <LinkButton writes icon="pencil" to={href(`/partnerships/${id}/change`)}>
        {t('partnerships.change')}
      </LinkButton>
      <LinkButton icon="printer" to={href(`/partnerships/${id}/print`)}>
        {t('ui.print')}
      </LinkButton>
      <Button writes danger icon="trash-2" onPress={toBin}>
        {t('partnerships.delete')}
      </Button>
    </Buttons>
  )
}

type WholeProps = { words: OwnWords; towns: Towns }

function Whole({ words, towns }: WholeProps): JSX.Element {
  const { t, language } = useText()
  const { row } = words
  const { partner, names } = towns
  const partnerName = townName(partner, language)
  const name = nameOf(row.label, names) || t('partnerships.unnamed')
  const sides = (['here', 'there'] as const).map((side) => ({
    side,
    town: names[side] || t(sideKeys[side]),
  }))
  return (
    <article class="page stack">
      <Hero photo={row.photo} />
      <div class="stack tight">
        <h1 class="h1">
          {name} <TwiceMark twice={row.twice} />
        </h1>
        <Standing partnership={row} />
      </div>
      <Sections id={row.id} only="anniversaries" />
      <Text words={words} />
      <Timeline partnership={row} sides={names} />
      {sides.map(({ side, town }) => (
        <Who key={side} fields={row.fields} side={side} town={town} />
      ))}
      {partner && partnerName && <Gathered town={partner} name={partnerName} />}
      <Sections id={row.id} without="anniversaries" />
      {partner && partnerName && (
        <LinkButton icon="map-pin" to={href(`/towns/${partner.id}`)}>
          {t('partnerships.townPage', { town: partnerName })}
        </LinkButton>
      )}
      <Doings id={row.id} name={name} />
      <ItemLine id={row.id} />
    </article>
  )
}

function Deleted({ partnership, name }: { partnership: RecordRow; name: string }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  return (
    <div class="page stack">
      <h1>{name || t('partnerships.unnamed')}</h1>
      <p>{t('partnerships.isDeleted')}</p>
      <Button writes primary icon="archive-restore" onPress={() => restore(notebook, [partnership.id])}>
        {t('partnerships.restore')}
      </Button>
    </div>
  )
}

/** A partnership as one opens it at a meeting: both towns, how it stands, its dates, who looks after it, what is done. */
export function PartnershipPage({ params }: { params: { id?: string } }): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const id = params.id ?? ''
  const partnership = useLive(() => rowOf(notebook, id), [notebook, id])
  const words = useOwnWords(partnership, language)
  const towns = useTowns(partnership?.fields)
  if (partnership?.kind !== 'partnership' || !words || !towns) return null
  return (
    <Page title={t('partnerships.partnership')} parent="/towns" heading="own">
      {partnership.list === 'bin' ? (
        <Deleted partnership={partnership} name={nameOf(partnership.label, towns.names)} />
      ) : (
        <Whole words={words} towns={towns} />
      )}
    </Page>
  )
}
