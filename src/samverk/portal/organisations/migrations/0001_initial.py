# Written by makemigrations.

import django.db.models.deletion
import samverk.portal.organisations.models.search_word
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=300)),
                ('country', models.CharField(blank=True, db_index=True, max_length=2)),
                ('city', models.CharField(blank=True, max_length=120)),
                ('latitude', models.FloatField(blank=True, null=True)),
                ('longitude', models.FloatField(blank=True, null=True)),
                ('kind', models.CharField(blank=True, choices=[('hei', 'hei'), ('vet', 'vet'), ('school', 'school'), ('adult_education', 'adult_education'), ('enterprise', 'enterprise'), ('consultancy', 'consultancy'), ('intermediary', 'intermediary'), ('social_partner', 'social_partner'), ('research', 'research'), ('public', 'public'), ('association', 'association'), ('accreditation', 'accreditation'), ('other', 'other')], max_length=20)),
                ('pic', models.CharField(blank=True, max_length=9, null=True, unique=True)),
                ('ror', models.CharField(blank=True, max_length=9, null=True, unique=True)),
                ('oid', models.CharField(blank=True, db_index=True, max_length=12)),
                ('erasmus_code', models.CharField(blank=True, max_length=20)),
                ('website', models.CharField(blank=True, max_length=300)),
                ('source', models.CharField(choices=[('eche', "the Commission's list of charter holders"), ('ror', 'Research Organization Registry'), ('demo', 'the demonstration set')], max_length=10)),
                ('source_release', models.DateField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='organisation_has_name'), models.CheckConstraint(condition=models.Q(('kind__in', ['', 'hei', 'vet', 'school', 'adult_education', 'enterprise', 'consultancy', 'intermediary', 'social_partner', 'research', 'public', 'association', 'accreditation', 'other'])), name='organisation_kind_known'), models.CheckConstraint(condition=models.Q(models.Q(('latitude__isnull', True), ('longitude__isnull', True)), models.Q(('latitude__isnull', False), ('longitude__isnull', False), ('latitude__range', (-90, 90)), ('longitude__range', (-180, 180))), _connector='OR'), name='organisation_on_earth')],
            },
        ),
        migrations.CreateModel(
            name='Charter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField()),
                ('valid_until', models.DateField(blank=True, null=True)),
                ('source', models.CharField(choices=[('eche', "the Commission's list of charter holders"), ('ror', 'Research Organization Registry'), ('demo', 'the demonstration set')], max_length=10)),
                ('last_listed', models.DateField()),
                ('gone_from', models.DateField(blank=True, null=True)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='charters', to='organisations.organisation')),
            ],
            options={
                'ordering': ['valid_from'],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'valid_from'), name='charter_once'), models.CheckConstraint(condition=models.Q(('valid_until__isnull', True), ('valid_until__gte', models.F('valid_from')), _connector='OR'), name='charter_in_order'), models.CheckConstraint(condition=models.Q(('gone_from__isnull', True), ('gone_from__gt', models.F('last_listed')), _connector='OR'), name='charter_gone_later')],
            },
        ),
        migrations.CreateModel(
            name='OrganisationName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=300)),
                ('language', models.CharField(blank=True, max_length=8)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='names', to='organisations.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation', 'text'), name='organisation_name_once')],
            },
        ),
        migrations.CreateModel(
            name='SearchWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('country', models.CharField(blank=True, max_length=2)),
                ('tier', models.PositiveSmallIntegerField()),
                ('word', samverk.portal.organisations.models.search_word.WordField(max_length=60)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='words', to='organisations.organisation')),
            ],
            options={
                'indexes': [models.Index(fields=['tier', 'word', 'organisation'], name='word_anywhere'), models.Index(fields=['country', 'tier', 'word', 'organisation'], name='word_in_country')],
            },
        ),
    ]
