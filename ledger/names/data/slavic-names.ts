/**
 * Given names of the Slavic press: one class a line, "gender | native forms | Latin forms | short forms". Native forms
 * (Russian, Belarusian, Ukrainian) are transliterated by every system, so only Latin forms that no system gives are
 * listed. A short form may stand in several classes.
 */
export const slavicNames = `
m | Александр Аляксандр Олександр Алесь Олесь Алякс Лесь | Alexander Alexandre Alaksandar Aleksander Alex Aleksandar | Саша Саня Шура Сашко Алик Алесік Sasha Sascha Sacha
m | Алексей Аляксей Олексій Алексий | Alexis Aleksej Aleksiej Alaksiej | Лёша Леша Алёша Алеша Лёха Аляксейка Alyosha Lyosha
m | Анатолий Анатоль Анатолій | Anatole Anatol Anatoli | Толя Толик
m | Андрей Андрэй Андрій Анджей Анджэй | Andrew Andre Andrzej Andrej | Андрюша Дрю
m | Антон Антін Антось | Anthony Anton Antos |
m | Аркадий Аркадзь Аркадій | Arkady Arkadi |
m | Арсений Арсень Арсеній Арсен | Arseny |
m | Артём Артем Арцём Арцем Артемий Арцемі | Artem Artyom Artiom Artsiom Artsem Arciom | Тёма Тема
m | Артур | Arthur |
m | Богдан Багдан | |
m | Борис Барыс | Barys | Боря
m | Вадим Вадзім | Wadim | Вадик
m | Валентин Валянцін Валянцін | Valentine Valentino | Валик Валя
m | Валерий Валеры Валерый Валерій Валер | Valery Valeri | Валера
m | Василий Васіль Василь Васил | Basil Wassili Vasil | Вася
m | Вениамин Веніямін Веньямін Веніамін Бенямін | Benjamin |
m | Виктор Віктар Віктор | Victor Viktar | Витя
m | Виталий Віталь Віталій Виталь | Vital Witali | Виталик
m | Витольд Вітольд | Witold |
m | Владимир Уладзімір Уладзімер Володимир Владзимир | Wladimir Vladimir Uladzimir Uladzimier Woldemar Wolodymyr | Вова Володя Вовка Валодзя Вовочка Volodya Vova
m | Владислав Уладзіслаў Владислаў Владислав | Wladislaw Wladyslaw Władysław Uladzislau | Влад Vlad Slava Слава
m | Владлен Уладлен | |
m | Всеволод Усевалад Всеволод | Vsevolod | Сева
m | Вячеслав Вячаслаў Вячеслаў В'ячеслав | Viacheslav Vyacheslav Viachaslau Wiaczesław | Слава Slava
m | Геннадий Генадзь Геннадій Генадий | Gennadi Henadz Hienadz Gennady | Гена
m | Георгий Георгій Георгі Юрась | George Georgi Heorhi Heorhii | Гоша Жора
m | Герман | Hermann |
m | Глеб Гліб | Hlib |
m | Григорий Рыгор Григорій Грыгорый | Gregory Grigori Hryhorii Ryhor | Гриша Грыша
m | Давид Давід Давыд | David |
m | Даниил Данііл Данило Данил Данила | Daniel Daniil Danil | Даня
m | Денис Дзяніс Дзеніс | Dennis Denis Denys Dzianis |
m | Дмитрий Дзмітрый Дзмітры Зміцер Дмитро Дмитрій Зьміцер | Dmitri Dimitri Dmitry Dzmitry Zmitser Zmicier Dmytro | Дима Митя Дзіма
m | Евгений Яўген Яўгеній Евген Євген Євгеній Яўгені | Eugene Evgeni Jewgeni Yauhen Yevhen Evgeny Eugen | Женя Zhenya Яўгенка
m | Егор Ягор Єгор | Jegor Yahor | 
m | Ефим Яўхім Юхим | |
m | Захар | |
m | Иван Іван Ян Янка Іванка | Iwan Ivan Jan Yan | Ваня Vanya
m | Игнат Ігнат Игнатий Ігнацій Гнат | |
m | Игорь Ігар Ігор | Igor Ihar | Гарик
m | Илья Ілья Ілля | Ilja Elijah Ilia Ilya | Илюша
m | Иосиф Язэп Йосип Іосіф Осип Юзаф | Joseph Josef Yazep Jazep |
m | Ираклий Іраклі | Irakli |
m | Кирилл Кірыл Кирило Кірылл | Cyril Kirill Kiryl |
m | Клим Кліменцій | |
m | Константин Канстанцін Костянтин Кастусь | Constantin Konstantin Kanstantsin Kastus | Костя
m | Лев Леў Леў | Leo Lew Leu | Лёва
m | Леонид Леанід Леонід | Leonid Leanid | Лёня
m | Лявон Леон | |
m | Макар | |
m | Максим Максім | Maxim Maxime Maksym Maksim | Макс Max
m | Марат | |
m | Марк Марко Маркус | Mark |
m | Матвей Мацвей Матвій | Matthew Matvei |
m | Мечислав Мечыслаў | Mieczysław |
m | Мирослав Міраслаў Мирослав | |
m | Михаил Міхаіл Міхась Михайло Міхал Міхаіла | Michael Mikhail Michail Mikhas Mykhailo | Миша Міша Misha
m | Мстислав Мсціслаў | |
m | Назар | |
m | Никита Мікіта Микита | Mikita Nikita |
m | Николай Мікалай Мікола Микола Миколай Нікалай | Nicholas Nicolas Nikolai Mikola Mikalai Mykola Nikoloz | Коля Kolya Nika Ника
m | Никанор Ніканор | Nikanor | Ника Nika
m | Олег Алег Олег | Oleg Aleh Oleh |
m | Павел Павал Павло Паўло | Paul Pavel Pavlo Pawel Paviel Pawieł | Паша Pasha
m | Пётр Петр Пятро Петро Пётра | Peter Pierre Petr Piotr Pyotr Petro | Петя
m | Платон | |
m | Радион Родион Радзівон | Rodion |
m | Роман Раман | |
m | Ростислав Расціслаў | |
m | Руслан | |
m | Рустам Рустем | |
m | Савелий Савелій | |
m | Святослав Святаслаў | Sviatoslav |
m | Семён Семен Сямён Сямен Симон | Simon Semyon Siamion | Сёма
m | Сергей Сяргей Сергій Сергеј | Serge Serhii Serhiy Siarhei Sergei Sergey Sergio Sergej Siarhiej | Серёжа Серж Сяржук
m | Станислав Станіслаў | Stanislas Stanisław Stanislau | Стас Slava Слава
m | Степан Сцяпан Стефан | Stephan Stepan Stsiapan |
m | Тарас | |
m | Тимофей Цімафей Тимофій | Timothy Timofei |
m | Тимур Цімур | Timur |
m | Тихон Ціхан | |
m | Трофим Трафім | |
m | Фёдор Федор Фёдар Федір Тодар | Theodore Fjodor Fyodor |
m | Феликс Фелікс | Felix |
m | Филипп Піліп Пилип Філіп | Philip Filip |
m | Эдуард Эдвард Едуард | Edward Eduard | Эдик
m | Эмиль | |
m | Юлиан Юліян | Julian |
m | Юрий Юрый Юры Юрій Юрка Юрась | Juri Yury Yuri Jurij Jury Iouri | Юра
m | Яков Якаў Яків | Jacob Jakob Yakov Yakau | Яша
m | Ярослав Яраслаў | Jaroslaw |
m | Эльдар Ельдар | |
m | Ростислав | |
m | Филарет | |
m | Тодор | |
m | Вацлав Вацлаў | Vaclav Wacław |
m | Казимир Казімір | Kazimierz |
m | Франц Францішак Франтишек | Franciszek Francis Frantsishak | Франак
m | Лаврентий | |
m | Вольдемар | |
m | Бронислав Браніслаў | Bronisław |
m | Зенон Зянон | |
m | Игнатий | |
m | Альгерд Алгерд | |
m | Витаутас Вітаўт | |
f | Агния | |
f | Алевтина Алеўціна | |
f | Александра Аляксандра Олександра | Alexandra | Саша Саня Шура Sasha
f | Алеся Олеся Леся | Lesya |
f | Алина Аліна | |
f | Алиса Аліса | Alice |
f | Алла Ала | |
f | Анастасия Анастасія Настасся Наста Анастасий Настассія | Anastasia Nastassia | Настя Nastya
f | Ангелина Ангеліна | |
f | Анна Ганна Анна Ганя | Anne Hanna Hannah Anna | Аня Anya
f | Антонина Антаніна Антоніна | |
f | Арина Арына | |
f | Ася | |
f | Валентина Валянціна Валентина | Valentina | Валя
f | Валерия Валерыя Валерія | Valeria | Лера
f | Варвара | Barbara | Варя
f | Василиса | |
f | Вера Віра | |
f | Вероника Вераніка Вероніка | Veronica Veronika | Ника
f | Виктория Вікторыя Вікторія | Victoria Viktoryia | Вика
f | Виолетта Віялета | |
f | Галина Галіна | Halina Galina Haliena | Галя
f | Дарья Дар'я Дарина Дарія | Daria Darya | Даша Dasha
f | Диана Дзіяна Діана | Diana |
f | Ева Єва | Eve Eva |
f | Евгения Яўгенія Євгенія | Eugenia | Женя Zhenya
f | Екатерина Катерина Кацярына Катерина Катажина | Catherine Katherine Katharina Katerina Kaciaryna Katsiaryna Ekaterina Yekaterina Kateryna | Катя Katya Кася
f | Карина Карына Каріна | Karyna |
f | Елена Алена Олена Алёна Гелена Лена Еліна | Helen Helena Hélène Elena Alena Olena Yelena | Лена Lena
f | Елизавета Лізавета Єлизавета Лізаветта | Elizabeth Lizaveta Elisabeth | Лиза Liza
f | Жанна | Jeanne Zhanna |
f | Зинаида Зінаіда | Zinaida | Зина
f | Зоя | Zoe |
f | Инга Інга | |
f | Инна Іна Інна | |
f | Ирина Ірына Ірина Ірэна Ирена | Irene Irina Iryna | Ира Ira
f | Кира Кіра | |
f | Клавдия Клаўдзія | Claudia |
f | Кристина Крысціна Христина Крістіна | Christina Cristina Krystsina |
f | Ксения Ксенія Оксана Аксана Аксения | Xenia Ksenia Oksana | Ксюша
f | Лариса Ларыса | Larissa |
f | Лидия Лідзія Лідія | Lydia |
f | Лилия Лілія Ліля | Lilia |
f | Любовь Любоў Любов | Lyubov Liubou | Люба
f | Людмила Людміла | Ludmila Liudmila | Люда Люся
f | Майя Мая | Maya Maia |
f | Маргарита Маргарыта | Margaret Margarita | Рита
f | Марина Марына | Marina Maryna |
f | Мария Марыя Марія Марына-Марыя | Maria Marie Mary Maryia Marya Mariya | Маша Masha Маруся
f | Марта | Martha |
f | Милана Мілана | |
f | Надежда Надзея Надія | Nadezhda Nadzeya Nadia Nadiya | Надя
f | Наталья Наталия Наталля Наталія Наталя | Natalie Natalia Natallia Natalya | Наташа Natasha
f | Нина Ніна | Nina |
f | Нелли Нэлі | Nelly |
f | Ольга Вольга | Olga Volha Olha | Оля
f | Полина Паліна Поліна Апалінарыя | Pauline Palina Polina |
f | Раиса Раіса | |
f | Регина Рэгіна | Regina |
f | Римма Рыма | |
f | Роза Ружа | |
f | Светлана Святлана Світлана | Svetlana Sviatlana Swetlana Svitlana | Света Sveta
f | София Софья Сафія Соф'я Софія | Sophia Sophie Sofia | Соня Sonia
f | Снежана Сняжана | |
f | Стефания Стэфанія | Stefania Stephanie |
f | Таисия Таісія | |
f | Тамара | Tamara |
f | Татьяна Таццяна Тетяна Тацяна Татьяна | Tatiana Tatyana Tatsiana Tacciana Tetiana Tatjana | Таня Tanya Tania
f | Ульяна Улляна Уляна | Juliana |
f | Фаина | |
f | Эвелина | |
f | Эльвира Эльвіра | Elvira |
f | Эмилия Эмілія | Emilia |
f | Эмма | |
f | Юлия Юлія | Julia Yulia Yuliya Iouliia | Юля
f | Ядвига Ядвіга | Jadwiga |
f | Яна | |
f | Янина Яніна | Janina |
f | Ярослава | |
f | Марфа | |
f | Злата | |
f | Валерьяна | |
`;
