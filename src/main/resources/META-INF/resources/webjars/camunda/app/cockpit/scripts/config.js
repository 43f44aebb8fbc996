export default {
  app: {
    name: 'Drift',
    vendor: 'Rød tråd'
  },
  locales: {
    availableLocales: ['nb', 'en'],
    fallbackLocale: 'nb'
  },
  customScripts: ['scripts/nb.js'],
  disableWelcomeMessage: true
};
