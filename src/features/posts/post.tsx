import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { remove, restore } from '../../db/bin.ts'
import { rowOf } from '../../db/find.ts'
import { useForm, type Form } from '../../db/form.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { textOf } from '../../records/fields.ts'
import { kindOf } from '../../records/kinds.ts'
import { photosToHandOut, toSomebody, usesOfPost } from '../../records/post.ts'
import { newId } from '../../shared/ids.ts'
import { languages } from '../../shared/language.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { back } from '../../ui/route.ts'
import { Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { useTextIn } from '../../ui/text-in.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { PhotosPart } from './photos-part.tsx'
import { readMaterial, type Material } from './read.ts'
import { makeText, namesFor } from './tell.ts'
import { TextPart } from './text-part.tsx'
import { Ways } from './ways.tsx'
import { WherePart } from './where-part.tsx'
import { WriteDown } from './written-down.tsx'

/** The post that was begun about a record since the app was opened, until it is done: whoever comes back to it goes on with it. */
const begun = new Map<string, string>()

function begin(what: string): string {
  const id = begun.get(what) ?? newId()
  begun.set(what, id)
  return id
}

type PartProps = { form: Form; material: Material }

function Parts({ form, material }: PartProps): JSX.Element | null {
  const { t } = useText()
  const { values } = form
  const language = languages.find((one) => one === values['language']) ?? 'de'
  const say = useTextIn(language)
  const [isHandedOut, setHandedOut] = useState(false)
  const names = useMemo(() => namesFor(material), [material])
  // While another language's texts come, those of the one before must not be taken for them.
  if (!say || say.language !== language) return null
  const made = makeText(material, say)
  const text = typeof values['text'] === 'string' ? values['text'] : made
  const channel = material.channels.find(({ id }) => id === values['channel'])
  const isChosen = channel !== undefined || values['channel'] === toSomebody
  const { standing: people, today } = material
  const check = { uses: usesOfPost(values, channel?.fields), people, today }
  const ids = material.photos.map(({ id }) => id)
  const mayLeave = isChosen && names.findIn(text).length === 0
  return (
    <>
      <TextPart form={form} material={material} names={names} text={text} made={made} say={say} />
      <PhotosPart form={form} material={material} check={check} />
      <Section title={t('posts.handOut')}>
        <div class="stack tight">
          <p>{t('posts.sendsNothing')}</p>
          {!isChosen && <p>{t('posts.chooseFirst')}</p>}
          {isChosen && !mayLeave && <p>{t('posts.namesFirst')}</p>}
          {mayLeave && (
            <Ways
              values={values}
              title={material.about.label}
              text={text}
              photos={photosToHandOut(values, ids, check)}
              onHandedOut={() => setHandedOut(true)}
            />
          )}
          {isHandedOut && (
            <WriteDown about={material.about.id} channel={channel?.label ?? t('posts.somebody')} />
          )}
        </div>
      </Section>
    </>
  )
}

type InsideProps = { record: string; about: string; anniversary: string; parent: string }

function Inside({ record, about, anniversary, parent }: InsideProps): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const [writtenAt] = useState(() => new Date(notebook.now()).toISOString())
  const form = useForm('post', record, { about, language, writtenAt, ...(anniversary && { anniversary }) })
  const found = useLive(
    async () => ({ material: await readMaterial(notebook, about, anniversary) }),
    [notebook, about, anniversary],
  )
  if (!form || !found) return null
  const { material } = found
  const done = async (): Promise<void> => {
    await form.commit()
    begun.delete(about + anniversary)
    back(parent)
  }
  const toBin = async (): Promise<void> => {
    await form.commit()
    await remove(notebook, [record])
    begun.delete(about + anniversary)
    offerUndo(t('posts.deleted'), () => restore(notebook, [record]))
    back(parent)
  }
  return (
    <form class="page stack" onSubmit={(event) => event.preventDefault()}>
      {material ? (
        <>
          <WherePart form={form} material={material} />
          <Parts form={form} material={material} />
        </>
      ) : (
        <p>{t('posts.gone')}</p>
      )}
      <FormEnd state={form.state} done={t('posts.done')} onDone={done} />
      {!form.isNew && (
        <Buttons column>
          <Button writes danger icon="trash-2" onPress={toBin}>
            {t('posts.delete')}
          </Button>
        </Buttons>
      )}
    </form>
  )
}

function Deleted({ id }: { id: string }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  return (
    <div class="page stack">
      <p>{t('posts.isDeleted')}</p>
      <Button writes primary icon="archive-restore" onPress={() => restore(notebook, [id])}>
        {t('posts.restore')}
      </Button>
    </div>
  )
}

/** A short text with photos out of what is recorded, checked and handed to whoever shall have it. */
export function PostPage({
  params,
}: {
  params: { id?: string; about?: string; anniversary?: string }
}): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const [fresh] = useState(() => (params.about ? begin(params.about + (params.anniversary ?? '')) : ''))
  const { id } = params
  const record = id ?? fresh
  const found = useLive(async () => {
    const post = await rowOf(notebook, record)
    const about = params.about ?? textOf(post?.fields ?? {}, 'about')
    const anniversary = params.anniversary ?? textOf(post?.fields ?? {}, 'anniversary')
    return { post, about, anniversary, row: await rowOf(notebook, about) }
  }, [notebook, record, params.about, params.anniversary])
  if (!found || (id && found.post?.kind !== 'post')) return null
  const { post, about, anniversary, row } = found
  const parent = row ? `/${kindOf(row.kind)?.path ?? ''}/${row.id}` : '/'
  return (
    <Page title={id ? t('posts.post') : t('posts.make')} parent={parent}>
      {post?.list === 'bin' ? (
        <Deleted id={post.id} />
      ) : (
        <Inside key={record} record={record} about={about} anniversary={anniversary} parent={parent} />
      )}
    </Page>
  )
}
