import type { JSX } from 'preact'
import { useOpen } from '../../db/notebook.ts'
import { openNext, type Space } from '../../db/spaces.ts'
import { isPractice } from '../../db/tables.ts'
import { loadAnew } from '../../ui/anew.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows } from '../../ui/rows.tsx'
import { State } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { useSpaces } from './use-spaces.ts'

function One({ space }: { space: Space }): JSX.Element {
  const { t } = useText()
  const open = useOpen()
  const goThere = (): Promise<void> => loadAnew('/', () => openNext(open, space.space))
  return (
    <section class="card stack tight">
      <h2>{space.name || t('members.notebooks.noName')}</h2>
      <p>
        {t(space.isShared ? 'members.notebooks.shared' : 'members.notebooks.onlyHere', {
          entries: t('members.notebooks.entries', { count: space.entries }),
        })}
      </p>
      {space.isOpen ? (
        <State look="shared" icon="check">
          {t('members.notebooks.isOpen')}
        </State>
      ) : (
        <Buttons>
          <Button icon="book-open" onPress={goThere}>
            {t('members.notebooks.open')}
          </Button>
        </Buttons>
      )}
      <Buttons>
        <LinkButton icon="trash-2" to={href(`/members/remove/${space.space}`)}>
          {t('members.remove.title')}
        </LinkButton>
      </Buttons>
    </section>
  )
}

/** The notebooks on this device, which one is open, and another one. */
export function Notebooks(): JSX.Element | null {
  const { t } = useText()
  const { notebook } = useOpen()
  const spaces = useSpaces()
  if (!spaces) return null
  return (
    <Page title={t('members.notebooks.title')} parent="/members">
      <div class="page stack">
        <p>{t('members.notebooks.what')}</p>
        {isPractice(notebook) ? (
          <p>{t('members.practising')}</p>
        ) : (
          <>
            {spaces.map((space) => (
              <One key={space.space} space={space} />
            ))}
            <Rows>
              <Row to={href('/join')}>{t('members.alone.haveInvitation')}</Row>
            </Rows>
            <LinkButton primary icon="plus" to={href('/members/begin')}>
              {t('members.begin.title')}
            </LinkButton>
          </>
        )}
      </div>
    </Page>
  )
}
