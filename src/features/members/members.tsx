import type { JSX } from 'preact'
import { useNotebook } from '../../db/notebook.ts'
import { isPractice } from '../../db/tables.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Picture } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows } from '../../ui/rows.tsx'
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

/** Who sees this notebook: everybody in it, or nobody else yet. */
export function Members(): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const together = useTogether()
  if (!together) return null
  const isShared = together.safety.isShared
  return (
    <Page title={t('members.title')} parent="/more">
      {isPractice(notebook) ? <Practising /> : isShared ? <Everybody {...together} /> : <Alone />}
    </Page>
  )
}
