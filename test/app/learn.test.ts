// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import hu from '../../locales/hu.json'
import { learn, speak } from '../../src/app/i18n.ts'

test('texts that are still coming when somebody chooses another language come in that one too', async () => {
  await speak('de')
  const learning = learn('rest')
  const t = await speak('hu')
  await learning
  expect(t('more.title')).toBe(hu.more.title)
})
