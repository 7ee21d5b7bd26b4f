import type { JSX } from 'preact'
import { remove, restore } from '../../db/bin.ts'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { usePhoto } from '../../db/photo.ts'
import type { Row as RecordRow } from '../../db/show.ts'
import { useHappenings } from '../../db/told-happenings.ts'
import { textOf } from '../../records/fields.ts'
import { townNameIn, townNames } from '../../records/kinds/town.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { countryName } from '../../ui/country-name.ts'
import { DatedRows } from '../../ui/dated-rows.tsx'
import { ItemLine } from '../../ui/item-line.tsx'
import { Page } from '../../ui/page.tsx'
import { back, href } from '../../ui/route.ts'
import { Section } from '../../ui/rows.tsx'
import { Sections } from '../../ui/sections.tsx'
import { useText } from '../../ui/text.ts'
import { TwiceMark } from '../../ui/twice-mark.tsx'
import { offerUndo } from '../../ui/undo.tsx'
import { Contacts } from './contacts.tsx'

type PartProps = { town: RecordRow; name: string }

/** So many of each stand on the page. */
const most = 5

function Photo({ photo, name }: { photo: string; name: string }): JSX.Element | null {
  const { t } = useText()
  const url = usePhoto(photo)
  return url ? <img class="picture hero r21" src={url} alt={t('towns.photoOf', { name })} /> : null
}

function Head({ town, name }: PartProps): JSX.Element {
  const { language } = useText()
  const others = townNames(town.fields).filter((one) => one !== name)
  const country = countryName(textOf(town.fields, 'country'), language)
  const remarks = textOf(town.fields, 'remarks').trim()
  return (
    <div class="stack tight">
      <Photo photo={town.photo} name={name} />
      <h1 class="h1">
        {name} <TwiceMark twice={town.twice} />
      </h1>
      <p>{[...others, country].filter(Boolean).join(', ')}</p>
      {remarks && <p class="written">{remarks}</p>}
    </div>
  )
}

/** What is planned with the town, and what was lately. */
function Together({ town, name }: PartProps): JSX.Element | null {
  const { t, language } = useText()
  const all = useHappenings(town.fields, language)
  if (!all) return null
  const ahead = all.filter(({ stage }) => stage === 'ahead').reverse()
  const past = all.filter(({ stage, kind }) => stage === 'past' && kind !== 'note')
  return (
    <>
      <Section title={t('towns.planned')}>
        {ahead.length > 0 ? <DatedRows items={ahead.slice(0, most)} /> : <p>{t('towns.nothingPlanned')}</p>}
      </Section>
      <Section title={t('towns.lately')}>
        {past.length > 0 ? <DatedRows items={past.slice(0, most)} /> : <p>{t('towns.nothingYet')}</p>}
      </Section>
      {all.length > 0 && (
        <LinkButton icon="list" to={href(`/towns/${town.id}/all`)}>
          {t('towns.showAll', { town: name, number: all.length })}
        </LinkButton>
      )}
    </>
  )
}

function Doings({ town, name }: PartProps): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const { id } = town
  const toBin = async (): Promise<void> => {
    await remove(notebook, [id])
    offerUndo(t('towns.deleted', { name }), () => restore(notebook, [id]))
    back('/towns')
  }
  return (
    <Buttons column>
      <LinkButton writes icon="pencil" to={href(`/towns/${id}/change`)}>
        {t('towns.change')}
      </LinkButton>
      <Button writes danger icon="trash-2" onPress={toBin}>
        {t('towns.delete')}
      </Button>
    </Buttons>
  )
}

function Whole({ town, name }: PartProps): JSX.Element {
  const isOurs = town.fields['isOurs'] === true
  return (
    <article class="page stack">
      <Head town={town} name={name} />
      {!isOurs && <Together town={town} name={name} />}
      {!isOurs && <Contacts town={town.id} />}
      <Sections id={town.id} />
      <Doings town={town} name={name} />
      <ItemLine id={town.id} />
    </article>
  )
}

function Deleted({ town, name }: PartProps): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  return (
    <div class="page stack">
      <h1>{name}</h1>
      <p>{t('towns.isDeleted')}</p>
      <Button writes primary icon="archive-restore" onPress={() => restore(notebook, [town.id])}>
        {t('towns.restore')}
      </Button>
    </div>
  )
}

/** A town, for those who live there too: what is planned, what was lately, whom to write to. */
export function TownPage({ params }: { params: { id?: string } }): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const id = params.id ?? ''
  const town = useLive(() => rowOf(notebook, id), [notebook, id])
  if (town?.kind !== 'town') return null
  const name = townNameIn(town.fields, language) || t('towns.unnamed')
  return (
    <Page title={t('towns.town')} parent="/towns" heading="below">
      {town.list === 'bin' ? <Deleted town={town} name={name} /> : <Whole town={town} name={name} />}
    </Page>
  )
}
