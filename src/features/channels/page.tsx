import type { JSX } from 'preact'
import { remove, restore } from '../../db/bin.ts'
import { rowOf, rowsOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row as RecordRow } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { ItemLine } from '../../ui/item-line.tsx'
import { Page } from '../../ui/page.tsx'
import { back, href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { Sections } from '../../ui/sections.tsx'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { pageAddress } from '../../shared/page-address.ts'

function Person({ title, id }: { title: string; id: string }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const found = useLive(() => rowsOf(notebook, [id]), [notebook, id])
  return (
    <Section title={title}>
      {found?.length === 0 && <p>{t('channels.nobody')}</p>}
      {found?.map((person) => (
        <Rows key={person.id}>
          <Row to={href(`/people/${person.id}`)} detail={person.detail}>
            {person.label}
          </Row>
        </Rows>
      ))}
    </Section>
  )
}

function Standing({ channel }: { channel: RecordRow }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const { id, fields, label } = channel
  const [address, access] = [textOf(fields, 'address'), textOf(fields, 'access')]
  const link = pageAddress(address)
  const toBin = async (): Promise<void> => {
    await remove(notebook, [id])
    offerUndo(t('channels.deleted'), () => restore(notebook, [id]))
    back('/channels')
  }
  return (
    <article class="page stack">
      <div class="stack tight">
        <h1>{label || t('channels.unnamed')}</h1>
        {address && <p class="address">{address}</p>}
        <ItemLine id={id} />
      </div>
      <Person title={t('channels.owner')} id={textOf(fields, 'owner')} />
      <Person title={t('channels.deputy')} id={textOf(fields, 'deputy')} />
      <Section title={t('channels.access')}>
        <p class="written">{access || t('channels.accessUnknown')}</p>
      </Section>
      <Sections id={id} without="photos" />
      <Buttons column>
        {link && (
          <a class="button" href={link} target="_blank" rel="noopener noreferrer">
            <span>{t('channels.open')}</span>
          </a>
        )}
        <LinkButton writes icon="pencil" to={href(`/channels/${id}/change`)}>
          {t('channels.change')}
        </LinkButton>
        <Button writes danger icon="trash-2" onPress={toBin}>
          {t('channels.delete')}
        </Button>
      </Buttons>
    </article>
  )
}

function Deleted({ channel }: { channel: RecordRow }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  return (
    <div class="page stack">
      <h1>{channel.label || t('channels.unnamed')}</h1>
      <p>{t('channels.isDeleted')}</p>
      <Button writes primary icon="archive-restore" onPress={() => restore(notebook, [channel.id])}>
        {t('channels.restore')}
      </Button>
    </div>
  )
}

/** One channel: who looks after it, who can step in, and where access lies. */
export function ChannelPage({ params }: { params: { id?: string } }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const id = params.id ?? ''
  const channel = useLive(() => rowOf(notebook, id), [notebook, id])
  if (!channel) return null
  return (
    <Page title={t('channels.channel')} parent="/channels" heading="below">
      {channel.list === 'bin' ? <Deleted channel={channel} /> : <Standing channel={channel} />}
    </Page>
  )
}
