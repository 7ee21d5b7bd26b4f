export const phoneLabels = ['landline', 'mobile', 'work', 'other'] as const
export type PhoneLabel = (typeof phoneLabels)[number]

/** A phone number as it was entered; reformatting confuses. */
export type Phone = { readonly number: string; readonly label: PhoneLabel }
export type Email = { readonly address: string }
