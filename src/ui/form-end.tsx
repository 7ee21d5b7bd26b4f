import type { JSX } from 'preact'
import { Button } from './button.tsx'
import { FormState } from './form-state.tsx'

type FormEndProps = {
  state: 'untouched' | 'writing' | 'kept'
  done: string
  onDone: () => Promise<void>
}

/** The end of every form, in sight where there is room: whether it is saved, and the one button. */
export function FormEnd({ state, done, onDone }: FormEndProps): JSX.Element {
  return (
    <div class="dock stack tight">
      <FormState state={state} />
      <Button primary submit onPress={onDone}>
        {done}
      </Button>
    </div>
  )
}
