export default {
  app: {
    name: 'Forside',
    vendor: 'Rød tråd'
  },
  locales: {
    availableLocales: ['nb', 'en'],
    fallbackLocale: 'nb'
  },
  customScripts: ['scripts/nb.js'],
  disableWelcomeMessage: true
};
