export { mozambiqueCodes, openOutcomes } from './codes'
export { mozambiqueOperations } from './operations'
