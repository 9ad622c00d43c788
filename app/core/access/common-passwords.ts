/**
 * Compiled by hand for Rapport: passwords of twelve characters and more that everybody thinks of and
 * the published list of break-ins has not, and the words that most others are made of. Lower case;
 * what is compared with them has its look-alike digits and signs turned back into letters.
 */

/** As they are: patterns on the keyboard and sentences that everybody thinks of. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `a1b2c3d4e5f6 1a2b3c4d5e6f aa123456789 123abc123abc abcd1234abcd qwer1234asdf asdf1234qwer
  asdfzxcv1234 147258369147 147258369000 741852963000 789456123000 789456123789 121212121212
  314159265358 271828182845 696969696969 correcthorsebatterystaple correcthorse trustno1trustno1
  letmeinletmein letmeinplease openthedoor opensesame123 mypasswordis mysecretpassword idontknow123
  iforgotmypassword forgotpassword changemeplease pleasechangeme defaultpassword temporarypassword
  ilovemymother ilovejesus123 jesuschrist1 godisgood1234 iloveyou2much todayisagoodday tobeornottobe
  maytheforcebewithyou maytheforce onceuponatime helloworld123 thequickbrownfox liverpoolfc1
  barcelona1234 chelseafc123 arsenal12345 christmas123 goodmorning123 godblessyou1 nevergiveup123
  allyouneedislove justdoit1234 customerservice customerfirst thecustomerisalwaysright
  thecustomerisking welcometowork`
    .trim()
    .split(/\s+/),
);

/** What common passwords are built from; taken away, too little may be left. */
export const commonWords: readonly string[] =
  `password passwort passwd motdepasse contrasena contraseña senha parola wachtwoord haslo
  administrator admin root user login guest master super system server default temp temporary test demo
  welcome bienvenue willkommen hello letmein changeme access secret security private office company
  employee manager trainer learner onboarding training customer service support helpdesk reception
  iloveyou loveyou lovely sunshine princess princesa dragon monkey shadow superman batman spiderman
  football baseball basketball soccer hockey liverpool chelsea arsenal barcelona realmadrid
  michael jordan jennifer jessica ashley daniel charlie thomas andrew joshua matthew anthony
  computer internet google facebook instagram microsoft windows android iphone samsung
  qwertyuiop qwertzuiop azertyuiop qwerty qwertz azerty asdfghjkl asdfgh asdf zxcvbnm zxcvbn qazwsx
  january february march april june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday
  spring summer autumn winter fall season christmas easter birthday
  whatever freedom forever starwars pokemon minecraft naruto ferrari mercedes porsche corvette mustang
  blessed jesus christ trustnoone abc abcd one two three four five six`
    .trim()
    .split(/\s+/)
    .sort((left, right) => right.length - left.length);
