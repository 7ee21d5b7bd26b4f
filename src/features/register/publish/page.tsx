import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { remove, restore } from '../../../db/bin.ts'
import { useLive } from '../../../db/live.ts'
import { useNotebook } from '../../../db/notebook.ts'
import { textOf } from '../../../records/fields.ts'
import { entryTypeOf } from '../../../records/kinds/publication.ts'
import { entryPage } from '../../../shared/register/endpoints.ts'
import { codeOf } from '../../../sync/verbs.ts'
import { Button, Buttons, LinkButton } from '../../../ui/button.tsx'
import { usePathOf, type Params } from '../../../ui/feature.ts'
import { ItemLine } from '../../../ui/item-line.tsx'
import { Page } from '../../../ui/page.tsx'
import { back, href } from '../../../ui/route.ts'
import { Row, Rows, Section } from '../../../ui/rows.tsx'
import { useText } from '../../../ui/text.ts'
import { offerUndo } from '../../../ui/undo.tsx'
import { WebButton } from '../contact.tsx'
import { EntryView } from '../entry-view.tsx'
import { Problem } from '../problem.tsx'
import { useRegister } from '../use-register.ts'
import { typeKeys } from '../words.ts'
import { withdrawNow } from './do.ts'
import { HeldBack } from './held-back.tsx'
import { StandingLine } from './standing-line.tsx'
import { useMayPublish } from './use-may-publish.ts'
import { usePublication, type Publication } from './use-publication.ts'

const standsThere = ({ standing }: Publication): boolean => standing === 'public' || standing === 'back'

/** One tap takes it out; until the others' answer is there, it is said to stand there still. */
function Withdraw({ publication }: { publication: Publication }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const [problem, setProblem] = useState<ReturnType<typeof codeOf>>()
  const [isBusy, setBusy] = useState(false)
  const press = async (): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    setProblem(undefined)
    await withdrawNow(notebook, publication.row).catch((reason: unknown) => setProblem(codeOf(reason)))
    setBusy(false)
  }
  return (
    <>
      {problem && <Problem code={problem}>{t('register.stillThere')}</Problem>}
      <Button writes danger icon="x" onPress={press}>
        {t('register.withdraw')}
      </Button>
    </>
  )
}

/** Its page for everybody, which needs no app. */
function OnTheWeb({ publication }: { publication: Publication }): JSX.Element | null {
  const { t, language } = useText()
  const { tables } = useNotebook()
  const exchange = useLive(async () => (await tables.meta.get('exchange'))?.value ?? '', [tables])
  if (!exchange || publication.standing !== 'public') return null
  const entry = textOf(publication.row.fields, 'entry')
  return <WebButton to={`${exchange}${entryPage(language, entry)}`}>{t('register.onTheWeb')}</WebButton>
}

function Doings({ publication }: { publication: Publication }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const { id } = publication.row
  const { standing, isChanged } = publication
  const wantsMore = standing !== 'public' || isChanged
  const toBin = async (): Promise<void> => {
    await remove(notebook, [id])
    offerUndo(t('register.deleted'), () => restore(notebook, [id]))
    back('/register/published')
  }
  return (
    <Buttons column>
      {wantsMore && standing !== 'hidden' && (
        <LinkButton writes primary icon="share" to={href(`/register/${id}/publish`)}>
          {t(standing === 'public' ? 'register.publishChanges' : 'register.publishNext')}
        </LinkButton>
      )}
      <LinkButton writes icon="pencil" to={href(`/register/${id}/change`)}>
        {t('register.change')}
      </LinkButton>
      <OnTheWeb publication={publication} />
      {standsThere(publication) || standing === 'hidden' ? (
        <Withdraw publication={publication} />
      ) : (
        <Button writes danger icon="trash-2" onPress={toBin}>
          {t('register.delete')}
        </Button>
      )}
    </Buttons>
  )
}

function Standing({ publication }: { publication: Publication }): JSX.Element {
  const { t } = useText()
  const may = useMayPublish()
  const pathOf = usePathOf()
  const { row, material, made } = publication
  const { source } = material
  return (
    <article class="page stack">
      <div class="stack tight">
        <p class="eyebrow">{t(typeKeys[entryTypeOf(row.fields)])}</p>
        <h1>{row.label || t('register.publication')}</h1>
        <ItemLine id={row.id} />
      </div>
      <StandingLine publication={publication} />
      <HeldBack made={made} />
      {source && (
        <Rows>
          <Row to={href(pathOf(source.kind, source.id))} detail={t('register.about')}>
            {source.label}
          </Row>
        </Rows>
      )}
      <Section title={t('register.preview')}>
        <div class="card stack">
          <EntryView content={made.content} all />
        </div>
      </Section>
      {may?.isCoordinator && <Doings publication={publication} />}
    </article>
  )
}

function Deleted({ publication }: { publication: Publication }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const { row } = publication
  return (
    <div class="page stack">
      <h1>{row.label || t('register.publication')}</h1>
      <p>{t('register.isDeleted')}</p>
      <Button writes primary icon="archive-restore" onPress={() => restore(notebook, [row.id])}>
        {t('register.restore')}
      </Button>
    </div>
  )
}

/** An entry of ours: how it stands, what all see or would see, and what can be done. */
export function PublicationPage({ params }: { params: Params }): JSX.Element | null {
  const { t } = useText()
  const hand = useRegister()
  const publication = usePublication(params['id'] ?? '', hand)
  if (publication === undefined) return null
  return (
    <Page title={t('register.publication')} parent="/register/published" heading="below">
      {publication === null && (
        <div class="page stack">
          <h1>{t('register.title')}</h1>
          <p>{t('register.nothingToShow')}</p>
        </div>
      )}
      {publication?.row.list === 'bin' && <Deleted publication={publication} />}
      {publication && publication.row.list !== 'bin' && <Standing publication={publication} />}
    </Page>
  )
}
