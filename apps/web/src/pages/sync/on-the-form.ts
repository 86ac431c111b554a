/** Nothing is in doubt there: what to do about it stands on the form's own page. */
export const onTheForm: readonly string[] = ['document-removed', 'document-differs']
