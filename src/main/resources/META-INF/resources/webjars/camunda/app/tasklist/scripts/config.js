// Tasklist: where the ones who take part in a hiring find what they are to do
export default {
  app: {
    name: 'Oppgaver',
    vendor: 'Rød tråd'
  },
  locales: {
    availableLocales: ['nb', 'en'],
    fallbackLocale: 'nb'
  },
  customScripts: ['scripts/nb.js'],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'Ta oppgaven som er valgt'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'Gå til det første filteret'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'Gå til den første oppgaven i listen'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'Gå til det første feltet i skjemaet'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'Start ny sak'
    }
  }
};
