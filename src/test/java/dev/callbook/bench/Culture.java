package dev.callbook.bench;

import java.util.List;

/// Names and telephone habits of one country, the commonest names first.
///
/// @param share how many of a hundred people come from here
/// @param formats how its numbers are typed; `#` is the next digit of the national number
/// @param mobileStarts first digits of mobile numbers, `landStarts` those of fixed lines
@SuppressWarnings({"ImmutableEnumChecker", "InvalidParam"}) // lists are never changed
enum Culture {
  UNITED_STATES(
      "US",
      1,
      10,
      26,
      "James Mary John Patricia Robert Jennifer Michael Linda William Elizabeth David Barbara Richard Susan Joseph Jessica Thomas Sarah "
          + "Charles Karen Christopher Nancy Daniel Lisa Matthew Margaret Anthony Betty Mark Sandra Donald Ashley Steven Kimberly Paul "
          + "Emily Andrew Donna Joshua Michelle Kenneth Carol Kevin Amanda Brian Dorothy George Melissa Edward Deborah Anna Mary-Ann DeShawn",
      "Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas Taylor "
          + "Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott "
          + "Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts O'Brien O'Connor McDonald "
          + "Fitzgerald Van-Buren St.-James",
      "Ash Black Brook Clay East Fair Gold Har Kings Lang Mill North Oak Pem Red Sher Stan Strat Thorn Wake Wells West Whit Wood Wyn",
      "ford ton ham ley well wood bury field worth burn more by stead man son wick land shaw",
      "New York|Los Angeles|Chicago|Houston|Phoenix|Seattle|Boston|Denver|Springfield",
      "(###) ###-####|###-###-####|+1 ### ### ####|1-###-###-####|###.###.####|##########|+1##########|+1 (###) ###-####",
      "212 310 312 415 602 617 713 206 303 917 646",
      "212 213 312 415 602 617 713 206 303 911"),
  UNITED_KINGDOM(
      "GB",
      44,
      10,
      9,
      "Oliver Olivia George Amelia Harry Isla Jack Ava Jacob Emily Noah Sophie Charlie Grace Muhammad Lily Thomas Freya Oscar Ivy William "
          + "Florence James Poppy Nigel Gareth Siobhan Rhys Angus Fiona Alistair Imogen Zoë Chloë",
      "Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson "
          + "Clarke Patel Khan Lewis James Phillips Mason Mitchell Rose Davis Campbell Macdonald Stewart Murray Fraser Singh Hughes Begum "
          + "Ali Kaur Cox Llewellyn Featherstonehaugh Smythe-Jones",
      "Ald Ash Bar Black Brad Burn Chat Down Fern Glen Hals Hart Lang Marl Nor Pres Rother Stock Thorn Wal Wey Win",
      "ham ton ley bury worth by thorpe combe field bridge wick well more shaw den hurst",
      "London|Manchester|Leeds|Glasgow|Bristol|Cardiff|Belfast",
      "0#### ######|+44 #### ######|+44 (0)#### ######|0044##########|0##########|+44##########",
      "7400 7700 7711 7800 7900 7911",
      "2071 2079 1612 1132 1413 1179 1212"),
  SPAIN(
      "ES",
      34,
      9,
      12,
      "María Antonio José Manuel Francisco Carmen Ana Juan Isabel David Laura Javier Cristina Daniel Marta Carlos Lucía Miguel Paula Rafael "
          + "Elena Pedro Sara Ángel Raquel Alejandro Rosa Fernando Pilar Luis Teresa Sergio Beatriz Pablo Nuria Jorge Silvia Alberto Rocío Íñigo "
          + "María_José José_Luis Ana_María Juan_Carlos Anabel Jordi Montserrat Xavier Begoña Iñaki",
      "García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Muñoz Álvarez Romero "
          + "Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco Molina Morales Suárez Ortega Delgado Castro "
          + "Ortiz Rubio Marín Sanz Núñez Iglesias Medina Garrido Cortés Castillo Santos Lozano Guerrero Cano Prieto Ibáñez de_la_Fuente",
      "Agui Alda Arre Bara Bele Cala Cara Echa Esca Etxe Gara Goiko Iru Larra Mendi Olea Oroz Saga Sala Ugar Urru Zaba Zubi",
      "rreta rri gorri zabal berri etxea tegui mendi garay ola aga iturri ondo lde nique bar",
      "Madrid|Barcelona|Valencia|Sevilla|Zaragoza|Málaga|Bilbao",
      "+34 ### ## ## ##|### ### ###|### ## ## ##|0034#########|+34#########|#########|34#########",
      "6 61 65 67 69 71",
      "911 912 913 917 931 932 933 944 954 963"),
  MEXICO(
      "MX",
      52,
      10,
      7,
      "José María Juan Guadalupe Luis Juana Carlos Margarita Jesús Verónica Miguel Alejandra Francisco Leticia Jorge Rosa Pedro Ximena "
          + "Alejandro Fernanda Manuel Valeria Ricardo Daniela Roberto Sofía Fernando Regina María_Guadalupe José_Antonio Luis_Ángel",
      "Hernández García Martínez López González Pérez Rodríguez Sánchez Ramírez Cruz Flores Gómez Morales Vázquez Reyes Jiménez Torres Díaz "
          + "Gutiérrez Ruiz Mendoza Aguilar Ortiz Moreno Castillo Romero Álvarez Méndez Chávez Rivera Juárez Ramos Domínguez Herrera",
      "Ahui Cuauh Ehe Ixt Malin Mixt Tecu Tlal Xochi Yoli Zapo",
      "tzin coatl mani teco pan huitl tlan zin catl",
      "Ciudad de México|Guadalajara|Monterrey|Puebla|Tijuana",
      "+52 1 ### ### ####|+52 ### ### ####|044 ### ### ####|(##) #### ####|##########|+521##########",
      "55 33 81 222 664",
      "55 33 81 222 664"),
  BRAZIL(
      "BR",
      55,
      11,
      7,
      "Maria José Ana João Antônio Francisco Carlos Paulo Pedro Lucas Luiz Marcos Luís Gabriel Rafael Francisca Adriana Juliana Márcia "
          + "Fernanda Patrícia Aline Sandra Camila Amanda Bruna Jéssica Letícia Júlia Conceição Thiago Vinícius João_Paulo",
      "Silva Santos Oliveira Souza Rodrigues Ferreira Alves Pereira Lima Gomes Costa Ribeiro Martins Carvalho Almeida Lopes Soares Fernandes "
          + "Vieira Barbosa Rocha Dias Nascimento Andrade Moreira Nunes Marques Machado Mendes Freitas Cardoso Ramos da_Silva dos_Santos "
          + "Gonçalves Araújo Conceição de_Oliveira",
      "Ara Bai Cama Gua Ibi Ita Jagua Para Pira Tupi Uba Vala",
      "tinga rema çaba rana puã cari beira dares ruá nema",
      "São Paulo|Rio de Janeiro|Belo Horizonte|Salvador|Curitiba",
      "(##) #####-####|+55 ## #####-####|+55###########|0## #####-####|###########",
      "119 219 319 419 719",
      "119 219 319 419 719"),
  GERMANY(
      "DE",
      49,
      10,
      11,
      "Peter Maria Michael Ursula Thomas Monika Andreas Petra Wolfgang Elisabeth Klaus Sabine Jürgen Renate Günter Helga Stefan Karin "
          + "Christian Brigitte Uwe Ingrid Werner Erika Horst Andrea Frank Gisela Dieter Claudia Manfred Susanne Gerhard Gabriele Hans Christa "
          + "Bernd Christine Jörg Hildegard Anna Ann-Kathrin Karl-Heinz Hans-Peter Björn Käthe",
      "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann "
          + "Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Schmitz Krause Meier Lehmann Schmid Schulze Maier Köhler "
          + "Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert von_der_Heide Groß "
          + "Müller-Lüdenscheidt",
      "Acker Berg Birken Blumen Dorn Eich Feld Frei Grün Hasel Hoch Kirch Lind Nieder Ober Rosen Schön Stein Sonnen Wald Weid Wein Zieg",
      "mann bauer meier hofer thal stein berg feld acker huber brunner reuter kamp müller hausen",
      "Berlin|Hamburg|München|Köln|Frankfurt am Main|Stuttgart|Düsseldorf",
      "0### #######|+49 ### #######|+49 (0)### #######|0049##########|0###/#######|+49##########|49##########",
      "151 152 157 160 170 171 172 176 179",
      "301 302 401 402 891 892 221 691 711 211"),
  FRANCE(
      "FR",
      33,
      9,
      6,
      "Jean Marie Pierre Nathalie Michel Isabelle Philippe Catherine Alain Sylvie Patrick Françoise Nicolas Martine Christophe Christine "
          + "Jean-Pierre Anne-Marie François Hélène Éric Véronique Stéphane Céline Frédéric Aurélie Julien Émilie Benoît Zoé Loïc",
      "Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefèvre Leroy Roux David Bertrand Morel Fournier "
          + "Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Müller Lefebvre Faure André Mercier Blanc Guérin Boyer Garnier Chevalier "
          + "L'Hermitte d'Ormesson de_La_Tour",
      "Beau Bel Bois Châ Clair Cour Du Font Gran La Mont Neu Pré Roche Saint Val Ville",
      "mont champ teau lain fort neuve rival court bois vert sier lieu nay din",
      "Paris|Marseille|Lyon|Toulouse|Nice|Nantes",
      "0# ## ## ## ##|+33 # ## ## ## ##|0033#########|+33#########|0#########|+33 (0)# ## ## ## ##",
      "6 61 66 68 7 76",
      "14 142 145 491 472 561"),
  ITALY(
      "IT",
      39,
      10,
      4,
      "Giuseppe Maria Giovanni Anna Antonio Giuseppina Mario Rosa Luigi Angela Francesco Giovanna Angelo Teresa Vincenzo Lucia Pietro Carmela "
          + "Salvatore Caterina Carlo Francesca Franco Chiara Niccolò Andrea",
      "Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti De_Luca Mancini Costa Giordano Rizzo Lombardi "
          + "Moretti Barbieri Fontana Santoro Mariani Rinaldi D'Angelo Dell'Acqua Caruso",
      "Bel Bon Cal Cas Fer Gar Lan Mal Mon Pal Ros San Ter Val Ven Vil",
      "lini tucci zoni rello getti doni manti nasco bardi ziani trone ghini",
      "Roma|Milano|Napoli|Torino|Palermo",
      "+39 ### #######|### #######|### ### ####|0039##########|##########",
      "320 328 333 338 347 349",
      "064 065 023 024 081 011"),
  POLAND(
      "PL",
      48,
      9,
      4,
      "Anna Piotr Maria Krzysztof Katarzyna Andrzej Małgorzata Tomasz Agnieszka Jan Krystyna Paweł Barbara Michał Ewa Marcin Elżbieta "
          + "Stanisław Zofia Jakub Łukasz Żaneta Grzegorz Święcisława Bożena",
      "Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur "
          + "Kwiatkowski Krawczyk Kaczmarek Piotrowski Grabowski Pawłowski Michalski Król Wróbel Łuczak Brzęczyszczykiewicz",
      "Bar Biel Czar Dob Gór Jab Kal Kos Lip Mal Ols Ost Pod Rad Sad Sob Tar Wil Zab Żur",
      "ński owski icki czyk czak ewicz ecki ała ek iak oński ucki",
      "Warszawa|Kraków|Łódź|Wrocław|Poznań|Gdańsk",
      "+48 ### ### ###|### ### ###|###-###-###|0048#########|#########",
      "501 502 600 601 660 690 730",
      "221 226 123 426 713 585"),
  TURKEY(
      "TR",
      90,
      10,
      2,
      "Mehmet Fatma Mustafa Ayşe Ahmet Emine Ali Hatice Hüseyin Zeynep Hasan Elif İbrahim Meryem İsmail Şerife Osman Sultan Yusuf Gülşen "
          + "Çağla Işıl Ömer Ümit",
      "Yılmaz Kaya Demir Şahin Çelik Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek İnan Işık",
      "Ak Al Bay Çak Dal Er Gök Gül Kara Öz Sarı Taş Yal",
      "taş kaya demir man oğlu can türk soy bulut gün",
      "İstanbul|Ankara|İzmir|Bursa",
      "0### ### ## ##|+90 ### ### ## ##|0090##########|##########",
      "532 533 542 555 505",
      "212 216 312 232"),
  SWEDEN(
      "SE",
      46,
      9,
      2,
      "Lars Maria Mikael Anna Anders Margareta Johan Elisabeth Erik Eva Per Kristina Karl Birgitta Åsa Göran Björn Sören Linnéa Øyvind Håkon",
      "Johansson Andersson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson Jonsson Lindqvist Bergström "
          + "Sandström Håkansson Åkesson Sjögren Østby Bjørnstad",
      "Alm Berg Blom Dahl Ek Eng Gran Hag Hed Lind Lund Ny Sand Sjö Sten Wall Öst",
      "ström gren qvist berg lund kvist stedt vall in mark holm blad",
      "Stockholm|Göteborg|Malmö|Oslo",
      "0##-### ## ##|+46 ## ### ## ##|0046#########|0#########",
      "70 72 73 76",
      "81 86 31 40"),
  RUSSIA(
      "RU",
      7,
      10,
      3,
      "Александр Елена Сергей Ольга Андрей Наталья Дмитрий Анна Алексей Татьяна Иван Ирина Михаил Мария Николай Светлана Владимир Екатерина "
          + "Артём Фёдор Семён",
      "Иванов Смирнов Кузнецов Попов Васильев Петров Соколов Михайлов Новиков Фёдоров Морозов Волков Алексеев Лебедев Семёнов Егоров Павлов "
          + "Козлов Степанов Орлов Королёв",
      "Бел Берез Гор Дуб Зай Кур Лис Мед Ряб Сол Тар Чер",
      "ов ин ский енко кин ев ушкин ников ецкий",
      "Москва|Санкт-Петербург|Казань|Самара",
      "8 (###) ###-##-##|+7 ### ###-##-##|8##########|+7##########",
      "903 905 909 916 925 926",
      "495 499 812 843"),
  GREECE(
      "GR",
      30,
      10,
      1,
      "Γεώργιος Μαρία Δημήτριος Ελένη Κωνσταντίνος Αικατερίνη Ιωάννης Βασιλική Νικόλαος Σοφία Παναγιώτης Γιώργος",
      "Παπαδόπουλος Βλάχος Αγγελόπουλος Νικολαΐδης Παππάς Γεωργίου Οικονόμου Παπαγεωργίου Αντωνίου Μακρής",
      "Αγγελ Γεωργ Δημ Θεοδ Κων Μιχαλ Νικολ Παπα Στεφ Χριστ",
      "όπουλος ίδης άκης ίου έας άτος",
      "Αθήνα|Θεσσαλονίκη|Πάτρα",
      "+30 ### ### ####|### ### ####|0030##########",
      "697 694 698",
      "210 231 261"),
  EGYPT(
      "EG",
      20,
      10,
      2,
      "محمد أحمد فاطمة محمود علي مريم عمر سارة يوسف نور مصطفى هدى إبراهيم آمنة خالد ليلى",
      "حسن علي إبراهيم السيد عبد_الله محمود الشريف النجار حسين المصري منصور فؤاد سليمان القاضي",
      "أبو آل بن عبد",
      "_زيد _ناصر _سالم _الرحمن _الحميد _راشد",
      "القاهرة|الإسكندرية|الجيزة",
      "0### ### ####|+20 ### ### ####|0020##########",
      "100 101 111 122",
      "225 235 348"),
  CHINA(
      "CN",
      86,
      11,
      2,
      "伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀英 霞 平 小明 建国 志强 晓红 文博 思雨 梓涵 子轩",
      "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 欧阳 司马",
      "王 李 张 刘 陈 杨",
      "明 华 国 文",
      "北京|上海|广州|深圳",
      "### #### ####|+86 ### #### ####|0086###########|###########",
      "138 139 136 158 186 189",
      "138 139 150 177"),
  JAPAN(
      "JP",
      81,
      10,
      1,
      "翔太 さくら 健太 美咲 大輔 陽菜 拓也 愛 直樹 恵子 ケンジ ユミ",
      "佐藤 鈴木 高橋 田中 渡辺 伊藤 山本 中村 小林 加藤 吉田 山田 サトウ",
      "山 川 田 森 石 小",
      "本 口 中 村 島 野",
      "東京|大阪|名古屋",
      "0##-####-####|+81 ## #### ####|0081##########",
      "90 80 70",
      "33 35 66"),
  INDIA(
      "IN",
      91,
      10,
      1,
      "Rahul Priya Amit Neha Sanjay Pooja Rajesh Anjali Vijay Sunita Arjun Lakshmi Mohammed Ayesha Venkatesh Ramakrishnan",
      "Sharma Singh Kumar Patel Gupta Reddy Iyer Nair Khan Das Mehta Joshi Rao Chatterjee Mukherjee Subramanian",
      "Bala Hari Jaya Krishna Maha Rama Siva Venkata Viswa",
      "nathan murthy swamy raman krishnan moorthy das lingam",
      "Mumbai|Delhi|Bengaluru",
      "+91 ##### #####|0##########|0091##########|#####-#####",
      "98 97 99 90 88",
      "22 11 80");

  final String country;
  final int callingCode;
  final int digits;
  final int share;
  final List<String> given;
  final List<String> family;
  final List<String> stems;
  final List<String> endings;
  final List<String> cities;
  final List<String> formats;
  final List<String> mobileStarts;
  final List<String> landStarts;

  Culture(
      String country,
      int callingCode,
      int digits,
      int share,
      String given,
      String family,
      String stems,
      String endings,
      String cities,
      String formats,
      String mobileStarts,
      String landStarts) {
    this.country = country;
    this.callingCode = callingCode;
    this.digits = digits;
    this.share = share;
    this.given = List.of(given.split(" "));
    this.family = List.of(family.split(" "));
    this.stems = List.of(stems.split(" "));
    this.endings = List.of(endings.split(" "));
    this.cities = List.of(cities.split("\\|"));
    this.formats = List.of(formats.split("\\|"));
    this.mobileStarts = List.of(mobileStarts.split(" "));
    this.landStarts = List.of(landStarts.split(" "));
  }
}
