import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useNotebook } from '../../../db/notebook.ts'
import { entryTypeOf } from '../../../records/kinds/publication.ts'
import { isContent } from '../../../shared/register/content.ts'
import { codeOf, takeRegister } from '../../../sync/verbs.ts'
import { Button, Buttons, LinkButton } from '../../../ui/button.tsx'
import type { Params } from '../../../ui/feature.ts'
import { Page } from '../../../ui/page.tsx'
import { back, href, replace } from '../../../ui/route.ts'
import { Section } from '../../../ui/rows.tsx'
import { State, Status } from '../../../ui/status.tsx'
import { useText } from '../../../ui/text.ts'
import { useOnline } from '../../../ui/use-online.ts'
import { EntryView } from '../entry-view.tsx'
import { Problem } from '../problem.tsx'
import { useRegister } from '../use-register.ts'
import { publishNow } from './do.ts'
import { HeldBack } from './held-back.tsx'
import { NotHere } from './not-here.tsx'
import { useMayPublish, type MayPublish } from './use-may-publish.ts'
import { usePublication, type Publication } from './use-publication.ts'

/** What is to be done before anything of this notebook can be public. */
function Hindered({ hindrance }: { hindrance: NonNullable<MayPublish['hindrance']> }): JSX.Element {
  const { t } = useText()
  if (hindrance === 'practice')
    return (
      <Status look="neutral" icon="info">
        {t('register.hindered.practice')}
      </Status>
    )
  return (
    <>
      <Status look="neutral" icon="info">
        {t('register.hindered.alone')}
      </Status>
      <LinkButton primary to={href('/members')}>
        {t('register.hindered.share')}
      </LinkButton>
    </>
  )
}

function Sure({ publication, parent }: { publication: Publication; parent: string }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const isOnline = useOnline()
  const [problem, setProblem] = useState<ReturnType<typeof codeOf>>()
  const [isBusy, setBusy] = useState(false)
  const { row, made } = publication
  const press = async (): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    setProblem(undefined)
    try {
      await publishNow(notebook, row, made.content)
      replace(parent)
    } catch (reason) {
      setProblem(codeOf(reason))
      // Somebody else was faster: what they published is to be known here before the next try.
      if (codeOf(reason) === 'stale') await takeRegister().catch(() => undefined)
    }
    setBusy(false)
  }
  return (
    <>
      <p>
        <strong>{t('register.sure.everybody')}</strong>
      </p>
      <p>{t('register.sure.copies')}</p>
      <HeldBack made={made} />
      {!isOnline && !problem && (
        <Status look="neutral" icon="wifi-off">
          {t('register.sure.offline')}
        </Status>
      )}
      {problem && <Problem code={problem}>{t('register.notPublished')}</Problem>}
      {isBusy && (
        <State look="moving" icon="refresh-cw">
          {t('register.publishing')}
        </State>
      )}
      <Buttons column>
        <Button onPress={() => back(parent)}>{t('register.sure.notYet')}</Button>
        <Button writes primary icon="share" onPress={press}>
          {t('register.publish')}
        </Button>
      </Buttons>
    </>
  )
}

/** Something that the register asks for is missing: the town's record was deleted, the event has no day. */
function Incomplete({ id }: { id: string }): JSX.Element {
  const { t } = useText()
  return (
    <>
      <Status look="problem" icon="circle-alert">
        {t('register.incomplete')}
      </Status>
      <LinkButton writes primary icon="pencil" to={href(`/register/${id}/change`)}>
        {t('register.change')}
      </LinkButton>
    </>
  )
}

type InsideProps = { publication: Publication; may: MayPublish; parent: string }

function Inside({ publication, may, parent }: InsideProps): JSX.Element {
  const { t } = useText()
  const { row, made } = publication
  const isComplete = isContent(entryTypeOf(row.fields), made.content)
  return (
    <div class="page stack">
      <Section title={t('register.preview')}>
        <div class="card stack">
          <EntryView content={made.content} all />
        </div>
      </Section>
      {may.hindrance && <Hindered hindrance={may.hindrance} />}
      {!may.hindrance && !isComplete && <Incomplete id={row.id} />}
      {!may.hindrance && isComplete && <Sure publication={publication} parent={parent} />}
    </div>
  )
}

/** Publishing is one of the few things that are asked about first: this page shows what all will see, and asks. */
export function Confirm({ params }: { params: Params }): JSX.Element | null {
  const { t } = useText()
  const may = useMayPublish()
  const id = params['id'] ?? ''
  const publication = usePublication(id, useRegister())
  if (!may || publication === undefined) return null
  const parent = `/register/${id}`
  const isHere = publication !== null && publication.row.list !== 'bin'
  return (
    <Page title={t('register.publish')} parent={parent}>
      {may.isCoordinator && isHere ? (
        <Inside publication={publication} may={may} parent={parent} />
      ) : (
        <NotHere may={may} isNothing={!isHere} />
      )}
    </Page>
  )
}
