import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { readSettings } from '../../db/device.ts'
import { rowOf } from '../../db/find.ts'
import { useOpen } from '../../db/notebook.ts'
import { pickLanguage } from '../../shared/language.ts'
import type { Invitation } from '../../sync/verbs.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { Digits } from '../../ui/digits.tsx'
import { Icon } from '../../ui/icon.tsx'
import { href } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { Qr } from './qr.tsx'
import { dayOf } from './words.ts'

const canShare = (): boolean => 'share' in navigator

type Sent = 'copied' | 'not-copied' | undefined

/** Hands the link to another app, with a sentence in the guest's language; copies both where there is no such way. */
function useSending({ link, language }: Invitation): [Sent, () => Promise<void>] {
  const { inLanguage } = useText()
  const { notebook, device } = useOpen()
  const [sent, setSent] = useState<Sent>()
  const send = async (): Promise<void> => {
    const t = await inLanguage(pickLanguage([language]))
    const [row, { myName }] = [await rowOf(notebook, notebook.space), await readSettings(device)]
    const text = `${t('members.letter.message', { name: myName, notebook: row?.label ?? '' })}\n${link}`
    if (canShare()) {
      // Closed without choosing: that is an answer too.
      await navigator.share({ text }).catch(() => undefined)
      return
    }
    await navigator.clipboard.writeText(text).then(
      () => setSent('copied'),
      () => setSent('not-copied'),
    )
  }
  return [sent, send]
}

/** Code, digits, link and card of one invitation. */
export function Letter({ shown }: { shown: Invitation }): JSX.Element {
  const text = useText()
  const { t } = text
  const [sent, send] = useSending(shown)
  const { link, digits, expires, helper, phone, guest, own, slip } = shown
  return (
    <div class="invite-in">
      <Qr text={link} label={t('members.letter.code')} />
      <div class="stack">
        {guest && !own && <h2>{guest}</h2>}
        <ol class="how">
          <li>
            <span>{t(own ? 'members.letter.camera.own' : 'members.letter.camera.other')}</span>
          </li>
          <li>
            <span>{t('members.letter.tap')}</span>
          </li>
        </ol>
        <div class="code-plate">
          <p class="eyebrow">{t('members.letter.digits')}</p>
          <Digits digits={digits} />
        </div>
        <p class="secondary">{t('members.letter.until', { date: dayOf(expires, text) })}</p>
        {phone && (
          <div class="fact">
            <Icon name="phone" />
            <span>
              {helper ? t('members.letter.helper', { name: helper }) : t('members.letter.help')}{' '}
              <b>{phone}</b>
            </span>
          </div>
        )}
        <p role="status">
          {sent === 'copied' && t('members.letter.copied')}
          {sent === 'not-copied' && t('members.letter.notCopied')}
        </p>
        {sent === 'not-copied' && <p class="address">{link}</p>}
        <Buttons column>
          <LinkButton icon="printer" to={href(`/members/card/${slip}`)}>
            {t('members.letter.print')}
          </LinkButton>
          <Button primary icon="share" onPress={send}>
            {t('members.letter.send')}
          </Button>
        </Buttons>
      </div>
    </div>
  )
}
