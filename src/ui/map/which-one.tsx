import type { JSX } from 'preact'
import { Button, Buttons, LinkButton } from '../button.tsx'
import { useText } from '../text.ts'
import type { MapPoint } from './points.ts'

export type ChooseProps = {
  points: readonly MapPoint[]
  onChoose?: ((id: string) => void) | undefined
}

/** Towns that stay one mark as near as it gets are chosen by name. */
export function WhichOne({ points, onChoose }: ChooseProps): JSX.Element {
  const { t } = useText()
  return (
    <fieldset class="stack tight">
      <legend class="label">{t('ui.map.which')}</legend>
      <Buttons column>
        {points.map(({ id, label, href }) =>
          href ? (
            <LinkButton key={id} to={href}>
              {label}
            </LinkButton>
          ) : (
            <Button key={id} onPress={() => onChoose?.(id)}>
              {label}
            </Button>
          ),
        )}
      </Buttons>
    </fieldset>
  )
}
