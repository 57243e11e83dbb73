/**
 * Given names of the Arabic, Persian, Turkic and Hebrew press: "gender | native forms | Latin forms". Names that share
 * their consonants (Omar and Amr, Hamid and Hamed) are told apart by standing in different classes.
 */
export const semiticNames = `
m | محمد محمّد | Muhammad Mohammed Mohammad Mohamed Mohamad Muhammed Mohamme Mohd Muhamed Mahomed Magomed Mukhammad Магомед Мохаммед Мухаммад
m | أحمد احمد | Ahmad Ahmed Akhmed Akhmad Ахмед Ахмад Əhməd Ehmed
m | محمود | Mahmoud Mahmud Mahmood Mehmoud Mahmut Махмуд
m | حامد | Hamed Haamed
m | حميد حمید | Hamid Hameed Хамид Həmid
m | حماد | Hammad Hamad
m | حمد | Hamad
m | حمدي حمدی | Hamdi Hamdy
m | مجید مجيد | Majid Madjid Majeed Mecid Маджид
m | ماجد | Majed Maged
m | ماجد | Majid
m | علي علی | Ali Aly Али Əli
m | عالي عالی | Aali
m | علاء | Alaa Ala
f | عليا علیا | Alia Aliya
m | عمر | Omar Umar Omer Умар Омар Ömer
m | عمرو | Amr Amro
m | عمار | Ammar Amar
m | أمير امیر امير | Amir Ameer Emir Амир
f | أميرة | Amira
m | عامر | Amer Aamer
m | حسن | Hassan Hasan Hacène Хасан Həsən Khasan
m | حسين حسین | Hussein Husain Hossein Hussain Husayn Hussien Houssein Hosein Hüseyin Хусейн Hüseyn Khusein
m | محسن | Mohsen Muhsin Mohsin Muhsen
m | إبراهيم ابراهیم ابراهيم إبراهیم | Ibrahim Ebrahim Brahim Ибрагим İbrahim
m | إسماعيل اسماعیل اسماعيل | Ismail Esmail Esmaeil Ismael Ismaeel Esmaeel Esmaiel İsmail Smail Исмаил Исмаиль
m | إسحاق | Ishaq Eshagh Isaac Ishak
m | يعقوب یعقوب | Yaqoub Yaqub Yacoub Yaghoub Yakub
m | يوسف یوسف | Yusuf Yousef Yousif Youssef Yosef Yusif Youcef Юсуф
m | موسى موسی | Musa Moussa Mousa Moosa Муса
m | عيسى عیسی | Issa Isa Eissa
m | سليمان سلیمان | Suleiman Sulaiman Soleiman Soulaimane Soulaiman Slimane Süleyman Souleymane Souleiman Sulayman Сулейман
m | داود داوود | Dawood Daoud Davood Davoud Daud Davud Dawud
m | سلمان | Salman Selman Салман
f | سلمى | Salma Selma
m | سالم | Salem Salim
m | سليم سلیم | Salim Saleem Selim
m | سلام | Salam
m | سامي سامی | Sami Samy
m | سامر | Samer
m | سمير | Samir Sameer
m | سعيد سعید | Said Saeed Saeid Saïd Sayeed Saiid Саид Səid
m | سعد | Saad Sa'd
m | سعود | Saud Saoud Saood
m | مسعود | Massoud Masoud Masood Masud Mesut
m | صالح | Saleh Salih Salah
m | صلاح | Salah Saleh
m | صادق | Sadegh Sadiq Sadeq Sadik
m | جواد | Javad Jawad Djavad Cavad
m | جعفر | Jafar Jaafar Djafar Cəfər Ja'far Джафар
m | جمال | Jamal Gamal Djamal Jamaal Cemal Джамал Camal Kamal
m | جميل جمیل | Jamil Jameel Gamil Cemil
m | كمال کمال | Kamal Kemal Kamel
m | كامل کامل | Kamel Kamil
m | كريم کریم | Karim Kareem Kerim Karime Карим Kərim
f | كريمة | Karima
m | رحيم رحیم | Rahim Raheem
m | رحمن رحمان | Rahman
m | رشيد رشید | Rashid Rasheed Rachid Рашид
m | راشد | Rashed Rashid
m | رشاد | Rashad
m | رسول | Rasul Rasool Rasoul Расул Rəsul
m | رؤوف رئوف | Rauf Raouf Ra'uf Рауф
m | رضا | Reza Rida Riza Ridha Rza
m | رامين رامین | Ramin
m | رامي | Rami Ramy
m | رائف | Raif
m | رائد | Raed Raid
m | زياد زیاد | Ziad Zyad Ziyad Ziyaad
m | زيد زید | Zaid Zayd Zeid
m | زكريا | Zakaria Zakariya
m | خالد | Khaled Khalid Халид
m | خليل | Khalil
m | خيرت | Khairat Khayrat
m | طارق | Tariq Tarek Tarik
m | طاهر | Taher Tahir Таир Tair
m | طه | Taha
m | ناصر | Nasser Naser Nasir Насер
m | نصر | Nasr
m | نبيل | Nabil Nabeel
m | نادر | Nader Nadir
m | نعيم | Naim Naeem
m | وليد | Walid Waleed Oualid
m | وسيم | Wasim Waseem
m | وائل | Wael Wail
m | هاشم | Hashem Hashim
m | هاني | Hani Hany
m | هشام | Hisham Hesham Hicham
m | هادی هادي | Hadi
f | هدى | Huda Hoda
m | مهدی مهدي | Mahdi Mehdi
m | مصطفى مصطفی | Mustafa Mostafa Moustafa Mustapha Mustafo Мустафа
m | مرتضی مرتضى | Morteza Murtaza Murtada Mortaza
m | مراد | Murad Mourad Morad Murat Мурад
m | منصور | Mansour Mansoor Mansur
m | منير | Munir Mounir
m | ممدوح | Mamdouh
m | معتز | Moataz Mutaz
m | معاذ | Moaz Muath Mouaz
m | مازن | Mazen Mazin
m | ياسر یاسر | Yasser Yasir Yaser
m | ياسين | Yassin Yassine Yasin
m | يحيى یحیی | Yahya Yehia
m | فريد فرید | Farid Fareed Ferid Фарид Fərid
m | فاروق | Farouk Farooq Faruk
m | فادي | Fadi
m | فهد | Fahd Fahad
m | فيصل | Faisal Faysal Feisal
m | فواز | Fawaz
m | فتحي | Fathi Fethi
m | فؤاد | Fuad Fouad Foad Fuat
m | قاسم | Qasim Qassem Ghasem Kasim Qasem Kassem Гасым
m | عادل | Adel Adil
m | عدنان | Adnan
m | عصام | Essam Issam Esam
m | عاصم | Asem Assem Asim
m | عباس | Abbas Аббас
m | عزيز عزیز | Aziz Азиз
m | عماد | Emad Imad
m | عثمان | Osman Othman Usman Осман
m | أسامة اسامه | Osama Usama Oussama
m | أشرف | Ashraf Achraf
m | أيمن | Ayman Aymen
m | أنس | Anas
m | أنور انور | Anwar Anvar Enver Анвар
m | أكرم | Akram Ekrem
m | أمجد | Amjad Amgad
m | أمين امین | Amin Ameen Emin
m | بهاء | Bahaa
m | بهروز | Behrouz Behruz Bəhruz Бехруз Бахруз Bahruz
m | بهزاد | Behzad
m | بهنام | Behnam
m | بابک | Babak
m | باقر | Bagher Baqir Baqer
m | بلال | Bilal
m | بشار | Bashar
m | بهمن | Bahman
m | توفیق توفيق | Tawfiq Tofigh Taufik Toufik
m | تاج | Taj
m | جلال | Jalal Djalal Celal
m | حبیب حبيب | Habib
m | حكيم | Hakim
m | حازم | Hazem Hazim
m | حمزة حمزه | Hamza Hamzeh
m | داریوش | Dariush Daryoush Dariyush
m | رستم | Rostam
m | روح‌الله روحالله | Ruhollah Rouhollah
m | سپهر | Sepehr
m | سامان | Saman
m | سیامک | Siamak
m | سهیل | Soheil Suhail Sohail
m | سهراب | Sohrab
m | سیروس | Cyrus Sirous
m | شاهین | Shahin Şahin
m | شهاب | Shahab Shihab
m | شهریار | Shahriar Shahryar
m | شریف شريف | Sharif Sherif Cherif
m | علیرضا | Alireza Ali-Reza
m | احمدرضا | Ahmadreza Ahmad-Reza
m | محمدرضا | Mohammadreza Mohammad-Reza
m | حمیدرضا | Hamidreza
m | غلامرضا | Gholamreza
m | فرشاد | Farshad
m | فرهاد | Farhad Ferhat Фархад
m | فرزاد | Farzad
m | فرامرز | Faramarz
m | کاوه | Kaveh
m | کیوان | Keyvan Kayvan
m | کامران | Kamran
m | کیانوش | Kianoush
m | کوروش | Kourosh Koroush
m | لقمان | Loghman Luqman
m | مازیار | Maziar Mazyar
m | منوچهر | Manouchehr
m | میلاد | Milad
m | میثم | Meysam Maysam
m | نوید | Navid Naveed
m | نیما | Nima
m | پویا | Pouya Pooya
m | پژمان | Pejman
m | پیمان | Peyman Payman
m | یاشار | Yashar
m | آرش | Arash
m | آرمان | Arman
m | آریا | Arya Aria
m | اسدالله | Asadollah Assadollah
m | اکبر أكبر | Akbar Ekber Акбар
m | امیرحسین | Amirhossein Amir-Hossein
m | انوشه | Anoosheh
m | ایرج | Iraj
m | ژینا | Zhina Jina
m | هومن | Hooman Houman
m | طلحة | Talha
m | تركي | Turki
m | سلطان | Sultan Soltan Султан
m | ساسان | Sasan
m | فائز | Fayez Faez
m | عبدالله عبد_الله | Abdullah Abdallah Abdollah Abdulla Abdoullah Абдулла
m | نصرالله | Nasrallah Nasrollah
m | عطاء | Ata
f | فاطمة فاطمه | Fatima Fatemeh Fatma Fatimah Fatimeh Фатима
f | زینب زينب | Zeinab Zainab Zaynab Zeynab Zaineb Zeynep Зейнаб
f | زهرا زهراء | Zahra Zohra
f | زهره | Zohreh
f | مريم مریم | Maryam Mariam Meryem Miriam Марьям
f | خديجة خدیجه | Khadija Khadijah Khadijeh Hatice
f | عائشة عایشه | Aisha Aicha Ayesha Aysha Айша Ayşe
f | آمنة | Amna Amina
f | أمينة | Amina
f | آمال | Amal Amaal
f | أمل | Amal
f | أسماء اسما | Asma Asmaa
f | إسراء | Israa Esraa
f | ليلى لیلا ليلا | Layla Leila Laila Leyla Лейла Leyli
f | لجين | Loujain Lujain
f | لمیا لمياء | Lamia Lamya
f | منى | Mona Mouna Muna
f | مينا مینا | Mina
f | نور نورا | Nour Noor Nur
f | نرگس | Narges Nargess Narguess Nergis Nargis Наргес Nargiz
f | نسرین نسرين | Nasrin Nasreen
f | نازنین | Nazanin
f | نیلوفر | Niloofar Nilufar Niloufar Nilofar Niloufer Nilüfer
f | نازیلا | Nazila
f | نگار | Negar
f | نگین | Negin
f | ناهید | Nahid Naheed
f | نادیا نادية | Nadia Nadiya
f | نوال | Nawal
f | هاله | Haleh
f | هانیه | Hanieh Haniyeh Haniye
f | هبة | Heba Hiba
f | هند | Hind
f | یاسمن ياسمين یاسمین | Yasaman Yasamin Yasmin Yasmine Yasemin
f | ريم | Reem Rim
f | رانيا | Rania Raniya
f | رنا | Rana
f | رویا رؤيا | Roya Ruya
f | ریحانه | Reyhaneh Rayhaneh
f | ساره سارا سارة | Sara Sarah
f | سپیده | Sepideh
f | سناء | Sanaa Sana
f | سحر | Sahar
f | سعاد | Souad Suad
f | سمية سمیه | Somayeh Sumaya Soumaya
f | سمر | Samar
f | سامية | Samia
f | شيرين شیرین | Shirin Shireen
f | شریفه | Sharifeh
f | شیما شيماء | Shima Shaimaa
f | صدیقه | Sedigheh
f | صبا | Saba
f | طاهره | Tahereh Tahira
f | عاطفه | Atefeh
f | غادة | Ghada
f | فائزه | Faezeh
f | فرشته | Fereshteh
f | فریبا | Fariba
f | گلرخ | Golrokh
f | گلناز | Golnaz
f | گلشیفته | Golshifteh
f | مهسا | Mahsa
f | مهوش | Mahvash
f | محبوبه | Mahboubeh
f | معصومه | Masoumeh Masumeh
f | مرضیه | Marzieh Marziyeh
f | مژگان | Mojgan Mozhgan
f | ماهرنگ | Mahrang
f | الهه | Elaheh
f | الهام | Elham Ilham
f | الناز | Elnaz
f | آتنا | Atena Athena
f | آتوسا | Atousa
f | بهاره | Bahareh
f | پروین | Parvin
f | پریسا | Parisa
f | پخشان | Pakhshan
f | ثریا | Soraya
f | حسیبه | Hasiba
f | حنان | Hanan
f | حليمة حلیمه | Halima Halimeh
f | جميلة | Jamila Djamila
f | سنية | Sonia Saniya
f | وريشه وریشه | Varisheh Warisha
m | إلهام | Ilham İlham Ильхам
m | | Recep Redzhep Реджеп
m | | Selahattin Селахаттин
m | | Hakan Хакан
m | | Ahmet Ахмет
m | | Mehmet Мехмет
m | | Murat Мурат
m | | Can
m | | Selçuk
m | | Fatih
m | | Figen
m | | Çiğdem
m | | Tayfun
m | | Server Сервер
m | | Seiran Seyran Сейран
m | | Nariman Нариман
m | | Emir-Usein
m | | Ilqar Ilgar Ильгар İlqar
m | | Elnur Эльнур
m | | Elchin Elçin Эльчин
m | | Elshad Elşad Эльшад
m | | Anar Анар
m | | Tofig Tofiq Тофиг Тофик
m | | Vagif Vaqif Вагиф
m | | Ulvi Ülvi Ульви
m | | Gubad Qubad Губад Кубад
m | | Rufat Rüfət Rufet Руфат
m | | Ruslan Руслан
m | | Rashad Rəşad Рашад
m | | Orkhan Orxan Орхан
m | | Nijat Nicat Ниджат
m | | Hafiz Гафиз
m | | Polad Полад
m | | Seymur Сеймур
m | | Shahin Şahin Шахин
f | | Sevinj Sevinc Севиндж
f | | Nargiz Nərgiz Наргиз
f | | Khadija Xədicə Хадиджа
f | | Leyla Leyla Лейла
f | | Gultekin Gültəkin
f | | Elnara Эльнара
f | | Aytaj Aytac
m | | Talgat Talghat Талгат Талғат
m | | Kairat Qairat Қайрат Кайрат Kayrat
m | | Nursultan Нурсултан Нұрсұлтан
m | | Erlan Yerlan Ерлан
m | | Erzhan Yerzhan Ержан
m | | Daniyar Данияр
m | | Duman Думан
m | | Marat Марат
m | | Zhanbolat Janbolat Жанболат
m | | Mukhtar Мухтар Muxtar
m | | Aron Арон
m | | Almaz Алмаз
m | | Azimjan Azimzhan Азимжан
m | | Bekzat Бекзат
m | | Bolot Bolat Болот Болат
m | | Temirlan Темирлан
m | | Sultan Султан
m | | Kanat Канат
f | | Aigul Айгуль Айгүл Aygul
f | | Gulzat Гүлзат Гульзат
f | | Gulnara Gulnora Гульнара
f | | Klara Клара
m | | Buzurgmehr Buzurgmekhr Бузургмехр
m | | Mahmadali Mukhammadali Махмадали
m | | Zayd Зайд
m | | Manuchehr Манучехр
m | | Avazmad Авазмад
m | אברהם | Avraham Abraham
m | דוד | David
m | יוסף | Yosef Joseph
m | משה | Moshe
m | יצחק | Yitzhak Itzhak
m | עומר | Omer
f | נעמה | Naama Na'ama
f | נועה | Noa
f | שירה | Shira
m | | Teymur Теймур Temur Teimur
m | | Elman Эльман
m | | Elvin Эльвин
m | | Elmar Эльмар
m | | Emin Эмин
m | | Ali Алы
m | | Agil Aqil Агиль
m | | Akif Акиф
m | | Aziz Əziz
m | | Azer Azər Азер
m | | Bakhtiyar Bəxtiyar Бахтияр
m | | Eynulla Эйнулла
m | | Fuad Фуад
m | | Giyas Qiyas Гияс
m | | Ibrahim Ибрагим İbrahim
m | | Igbal Iqbal Игбал İqbal
m | | Imran İmran Имран
m | | Intigam İntiqam Интигам
m | | Jeyhun Ceyhun Джейхун
m | | Mehman Мехман
m | | Mushfig Müşfiq Мушфиг
m | | Natig Natiq Натиг
m | | Parviz Pərviz Парвиз Перваз
m | | Rahim Rəhim Рагим
m | | Ramiz Рамиз
m | | Samad Səməd Самед
m | | Samir Samir Самир
m | | Tale Tale Тале
m | | Tural Турал
m | | Vidadi Видади
m | | Yadigar Ядигар
m | | Zaur Заур
m | | Ziya Зия
f | | Aynur Айнур
f | | Elnare
f | | Fatima Фатима
f | | Gunel Günel Гюнель
f | | Ilaha İlahə Илаха
f | | Narmin Nərmin Нармин
f | | Sevda Севда
f | | Shahla Şəhla Шахла
f | | Vusala Vüsalə Вусала
f | | Zumrud Zümrüd Зумруд
`;
