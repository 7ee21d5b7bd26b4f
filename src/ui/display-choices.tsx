import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Choices } from './choices.tsx'
import { prefer, sizes, themes } from './preferences.ts'
import { useText, type TextKey } from './text.ts'

const sizeKeys: { readonly [size in (typeof sizes)[number]]: TextKey } = {
  normal: 'ui.size.normal',
  large: 'ui.size.large',
  xlarge: 'ui.size.xlarge',
}

const themeKeys: { readonly [theme in (typeof themes)[number]]: TextKey } = {
  light: 'ui.theme.light',
  dark: 'ui.theme.dark',
  contrast: 'ui.theme.contrast',
}

/** The size of all letters, at once. */
export function SizeChoice(): JSX.Element {
  const { t } = useText()
  const shown = document.documentElement.dataset['size']
  const [size, setSize] = useState(sizes.find((one) => one === shown))
  return (
    <Choices
      legend={t('ui.size.legend')}
      value={size}
      onChoose={(chosen) => {
        prefer('size', chosen)
        setSize(chosen)
      }}
      choices={sizes.map((one) => ({ value: one, label: t(sizeKeys[one]) }))}
    />
  )
}

/** Light, dark or high contrast, at once. */
export function ThemeChoice(): JSX.Element {
  const { t } = useText()
  const shown = document.documentElement.dataset['theme']
  const [theme, setTheme] = useState(themes.find((one) => one === shown))
  return (
    <Choices
      legend={t('ui.theme.legend')}
      value={theme}
      onChoose={(chosen) => {
        prefer('theme', chosen)
        setTheme(chosen)
      }}
      choices={themes.map((one) => ({ value: one, label: t(themeKeys[one]) }))}
    />
  )
}
