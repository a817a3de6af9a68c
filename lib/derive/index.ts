export { bodyOf, itemsKey, valuesOf, wholeBodyKey } from './body'
export { checkValues, type ValueIssue } from './check-values'
export { fieldProblem, type Problem, typesInWords } from './field-problem'
export { type ReferenceRow, referenceOf } from './reference'
export { shapeIssues } from './shape'
export {
  exampleOf,
  type InitialContext,
  type InitialValue,
  initialValues,
  type Origin,
  textOf,
  wireValueOf,
} from './values'
