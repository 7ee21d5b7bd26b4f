import type { JSX } from 'preact'
import { listAbout, rowOf, rowsOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row as PostRow } from '../../db/show.ts'
import type { Notebook } from '../../db/tables.ts'
import { textOf } from '../../records/fields.ts'
import { toSomebody } from '../../records/post.ts'
import { LinkButton } from '../../ui/button.tsx'
import { useMayWrite } from '../../ui/may-write.ts'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'

/** What one tells others of: it happened, will happen, or has its anniversaries. */
const told: ReadonlySet<string> = new Set(['visit', 'event', 'document', 'partnership'])

type Begun = { readonly post: PostRow; readonly channel: string }

async function begunAbout(notebook: Notebook, id: string): Promise<Begun[]> {
  const posts = (await listAbout(notebook, id)).filter(({ kind }) => kind === 'post')
  const channels = await rowsOf(
    notebook,
    posts.map(({ fields }) => textOf(fields, 'channel')),
  )
  return posts.map((post) => ({
    post,
    channel: channels.find((row) => row.id === post.fields['channel'])?.label ?? '',
  }))
}

/** The posts that are begun about a record, and the way to make one; nothing for those who may only read. */
export function PostsAbout({ id }: { id: string }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const mayWrite = useMayWrite()
  const row = useLive(() => rowOf(notebook, id), [notebook, id])
  const begun = useLive(() => begunAbout(notebook, id), [notebook, id])
  if (!mayWrite || !row || !begun || !(told.has(row.kind) || begun.length > 0)) return null
  return (
    <Section title={t('posts.title')}>
      <div class="stack tight">
        {begun.length > 0 && (
          <Rows>
            {begun.map(({ post, channel }) => (
              <Row key={post.id} to={href(`/posts/${post.id}`)} detail={t('posts.begun')}>
                {channel || t(post.fields['channel'] === toSomebody ? 'posts.somebody' : 'posts.post')}
              </Row>
            ))}
          </Rows>
        )}
        <LinkButton writes icon="newspaper" to={href(`/posts/new/${id}`)}>
          {t('posts.make')}
        </LinkButton>
      </div>
    </Section>
  )
}
