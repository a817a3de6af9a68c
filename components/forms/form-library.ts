import { createFormControl } from 'react-hook-form'

/** What forms use of the form library. */
export const formLibrary = { createFormControl }
