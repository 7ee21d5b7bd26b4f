import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useOpen } from '../../db/notebook.ts'
import { removeSpace, type Space } from '../../db/spaces.ts'
import { isPractice } from '../../db/tables.ts'
import { loadAnew } from '../../ui/anew.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import type { Params } from '../../ui/feature.ts'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { useSpaces } from './use-spaces.ts'

function Sure({ space }: { space: Space }): JSX.Element {
  const { t } = useText()
  const open = useOpen()
  const entries = t('members.notebooks.entries', { count: space.entries })
  const [isBusy, setBusy] = useState(false)
  const press = async (): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    await loadAnew(space.isOpen ? '/' : '/members/notebooks', () =>
      removeSpace(open, space.space, localStorage),
    )
  }
  return (
    <>
      <p>{t('members.remove.what', { entries })}</p>
      <p>{t(space.isShared ? 'members.remove.othersKeep' : 'members.remove.nobodyKeeps')}</p>
      <Buttons column>
        <LinkButton to={href('/members/notebooks')}>{t('members.cancel')}</LinkButton>
        {!space.isShared && space.isOpen && (
          <LinkButton icon="download" to={href('/backup')}>
            {t('members.remove.backup')}
          </LinkButton>
        )}
        <Button danger icon="trash-2" onPress={press}>
          {t('members.remove.title')}
        </Button>
      </Buttons>
    </>
  )
}

/** Whoever still belongs to it leaves first, or the others would wait for this device for ever. */
function LeaveFirst({ space }: { space: Space }): JSX.Element {
  const { t } = useText()
  return (
    <>
      <p>{t(space.isOpen ? 'members.remove.leaveFirst' : 'members.remove.openFirst')}</p>
      <LinkButton primary to={href(space.isOpen ? '/members/leave' : '/members/notebooks')}>
        {t(space.isOpen ? 'members.leave.title' : 'members.notebooks.title')}
      </LinkButton>
    </>
  )
}

/** Deleting a notebook from this device for good: asked about first. */
export function Remove({ params }: { params: Params }): JSX.Element | null {
  const { t } = useText()
  const { notebook } = useOpen()
  const spaces = useSpaces()
  if (!spaces || isPractice(notebook)) return null
  const space = spaces.find((one) => one.space === params['space'])
  return (
    <Page title={t('members.remove.title')} parent="/members/notebooks">
      <div class="page stack">
        {space && <h2>{space.name || t('members.notebooks.noName')}</h2>}
        {!space && <p>{t('members.remove.none')}</p>}
        {space && (space.belongs ? <LeaveFirst space={space} /> : <Sure space={space} />)}
      </div>
    </Page>
  )
}
