package dev.callbook.home;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of home. The texts are in `messages/home_<language>.properties`.
@MessageBundle("home")
interface HomeMessages {
  @Message
  String addContact();

  @Message
  String welcome();

  @Message
  String welcomeWords();

  @Message
  String importPeople();

  @Message
  String importPeopleWords();

  @Message
  String chooseFile();

  @Message
  String addOne();

  @Message
  String addOneWords();

  @Message
  String connectCalls();

  @Message
  String connectCallsWords();

  @Message
  String addClient();

  @Message
  String tryNumbers();

  @Message
  String tryNumbersWords();

  @Message
  String openBench();

  @Message
  String inviteAgents();

  @Message
  String inviteAgentsWords();

  @Message
  String openPeople();

  @Message
  String about(String count);

  @Message
  String inYourDivisions();

  @Message
  String byStatistics();

  @Message
  String callersRecognized();

  @Message
  String lastSevenDays();

  @Message
  String sevenDaysBetter(String points);

  @Message
  String sevenDaysWorse(String points);

  @Message
  String numberLookup();

  @Message
  String callTakenIn();

  @Message
  String cardSent();

  @Message
  String noneSinceStart();

  @Message
  String halfAndMost(String most);

  @Message
  String times(long count, String often);

  @Message
  String recognizedByDay();

  @Message
  String shareByDay();

  @Message
  String today();

  @Message
  String day();

  @Message
  String oneMatch();

  @Message
  String severalMatches();

  @Message
  String notRecognized();

  @Message
  String withheld();

  @Message
  String daysInUtc();

  @Message
  String noCalls();

  @Message
  String noCallsWords();

  @Message
  String strangers();

  @Message
  String noStrangers();

  @Message
  String noStrangersWords();

  @Message
  String calls(long count, String often);

  @Message
  String fix();

  @Message
  String fixCaller(String number);

  @Message
  String jobs();

  @Message
  String noJobs();

  @Message
  String uploaded();

  @Message
  String checking();

  @Message
  String checked();

  @Message
  String running();

  @Message
  String paused();

  @Message
  String done();

  @Message
  String failed();

  @Message
  String cancelled();

  @Message
  String rows(String count);

  @Message
  String exportOfContacts();

  @Message
  String exportOfOrganizations();

  @Message
  String exportOfNotes();

  @Message
  String exportOfRelationships();

  @Message
  String speed();

  @Message
  String whatTakesTime();

  @Message
  String half();

  @Message
  String most();

  @Message
  String speedWords();

  @Message
  String changes();

  @Message
  String noChanges();

  @Message
  String whoIsThis();

  @Message
  String attach();

  @Message
  String nobodyFound();

  @Message
  String attachTo(String name);

  @Message
  String addNumber();

  @Message
  String createOne();

  @Message
  String firstName();

  @Message
  String lastName();

  @Message
  String create();

  @Message
  String numberAttached();

  @Message
  String callerCreated();
}
