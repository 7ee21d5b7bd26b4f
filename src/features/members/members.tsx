import type { JSX } from 'preact'
import { useNotebook } from '../../db/notebook.ts'
import { isPractice } from '../../db/tables.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Picture } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows } from '../../ui/rows.tsx'
import { Status } from '../../ui/status.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import { thisDevice } from '../../ui/this-device.ts'
import { Everybody } from './everybody.tsx'
import { useTogether } from './use-circle.ts'

const onlyHereKeys: { readonly [device in ReturnType<typeof thisDevice>]: TextKey } = {
  tablet: 'members.alone.tablet',
  phone: 'members.alone.phone',
  computer: 'members.alone.computer',
}

function Practising(): JSX.Element {
  const { t } = useText()
  return (
    <div class="page stack">
      <p>{t('members.practising')}</p>
    </div>
  )
}

/** Nobody else sees it: what sharing would change, in two sentences. */
function Alone(): JSX.Element {
  const { t } = useText()
  return (
    <div class="page">
      <div class="columns aside">
        <Picture name="panorama" look="crossing squarer" />
        <div class="stack">
          <p>
            <strong>{t(onlyHereKeys[thisDevice(window.screen, navigator.maxTouchPoints)])}</strong>
          </p>
          <p>{t('members.alone.share')}</p>
          <Rows>
            <Row to={href('/join')}>{t('members.alone.haveInvitation')}</Row>
            <Row to={href('/members/notebooks')}>{t('members.notebooks.title')}</Row>
          </Rows>
          <LinkButton primary icon="users" to={href('/members/share')}>
            {t('members.alone.begin')}
          </LinkButton>
        </div>
      </div>
    </div>
  )
}

/** This device was taken out, and knows nobody any more. */
function TakenOut(): JSX.Element {
  const { t } = useText()
  const { space } = useNotebook()
  return (
    <div class="page stack">
      <Status look="neutral" icon="info">
        <strong>{t('members.hasLeft')}</strong>
      </Status>
      <Rows>
        <Row to={href('/members/notebooks')}>{t('members.notebooks.title')}</Row>
      </Rows>
      <LinkButton primary icon="trash-2" to={href(`/members/remove/${space}`)}>
        {t('members.remove.title')}
      </LinkButton>
    </div>
  )
}

/** Who sees this notebook: everybody in it, or nobody else yet. */
export function Members(): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const together = useTogether()
  if (!together) return null
  const { isShared, stopped } = together.safety
  const shared = stopped === 'removed' ? <TakenOut /> : <Everybody {...together} />
  return (
    <Page title={t('members.title')} parent="/more">
      {isPractice(notebook) ? <Practising /> : isShared ? shared : <Alone />}
    </Page>
  )
}
