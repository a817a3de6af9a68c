export * from './environments'
export * from './people'
export * from './runs'
export * from './world'
